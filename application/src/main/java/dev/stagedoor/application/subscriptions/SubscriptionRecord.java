package dev.stagedoor.application.subscriptions;

import dev.stagedoor.application.audit.AuditService;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Subject;
import dev.stagedoor.domain.subscriptions.Subscription;
import dev.stagedoor.domain.subscriptions.SubscriptionReading.Known;
import dev.stagedoor.domain.subscriptions.SubscriptionStatus;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells admins of what they may have to see to, in the record of the holder's account. Needs an
 * open unit of work.
 */
final class SubscriptionRecord {
  private static final Logger LOG = LoggerFactory.getLogger(SubscriptionRecord.class);

  private final AuditService audit;

  SubscriptionRecord(AuditService audit) {
    this.audit = audit;
  }

  /** The provider has another one that says it is this one. */
  void doubled(Subscription one, Known other) {
    LOG.warn("{} is {}, and {} is said to be it, too", one.id(), name(one), other.ref());
    add(
        "subscription.doubled",
        one,
        Map.of("subscription", name(one)),
        Map.of("subscription", other.ref().toString(), "status", code(other.status())));
  }

  /** What was paid for it stays with the provider until an admin gives it back there. */
  void secondEnded(Subscription second, SubscriptionStatus before, Subscription stays) {
    LOG.warn("{} has ended beside {}, and is not paid back", name(second), name(stays));
    add(
        "subscription.second_ended",
        second,
        Map.of("status", code(before)),
        Map.of(
            "status",
            code(second.status()),
            "subscription",
            name(second),
            "price",
            second.price().toString(),
            "paid_until",
            paidUntil(second),
            "other_subscription",
            name(stays)));
  }

  /** It ends with what is paid for, because its holder is suspended. */
  void toEnd(Subscription one) {
    add(
        "subscription.to_end",
        one,
        Map.of(),
        Map.of("subscription", name(one), "paid_until", paidUntil(one)));
  }

  private void add(
      String action, Subscription one, Map<String, String> before, Map<String, String> after) {
    audit.record(
        Actor.system(), action, new Subject("account", one.holder().value()), "", before, after);
  }

  private static String name(Subscription one) {
    return one.ref().map(ProviderRef::toString).orElse("");
  }

  private static String code(SubscriptionStatus status) {
    return status.name().toLowerCase(Locale.ROOT);
  }

  private static String paidUntil(Subscription one) {
    return one.paidUntil().map(Instant::toString).orElse("");
  }
}
