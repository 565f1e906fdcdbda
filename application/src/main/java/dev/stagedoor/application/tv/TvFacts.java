package dev.stagedoor.application.tv;

import dev.stagedoor.application.analytics.FactBook;
import dev.stagedoor.domain.analytics.Fact;
import dev.stagedoor.domain.analytics.FactKind;
import dev.stagedoor.domain.analytics.PaidPlan;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.subscriptions.SubscriptionChanged;
import dev.stagedoor.domain.subscriptions.SubscriptionStatus;
import dev.stagedoor.domain.tv.Client;
import dev.stagedoor.domain.tv.CreditEntry;
import dev.stagedoor.domain.tv.Subscriber;
import dev.stagedoor.domain.tv.port.PlanRepository;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells analytics what happens here. All methods need an open unit of work, that of what happened.
 */
public final class TvFacts {
  /** In these a subscription brings something in: it is paid, or its last payment is late. */
  private static final Set<SubscriptionStatus> PAID =
      EnumSet.of(SubscriptionStatus.ACTIVE, SubscriptionStatus.PAST_DUE);

  private final FactBook facts;
  private final PlanRepository plans;

  public TvFacts(FactBook facts, PlanRepository plans) {
    this.facts = facts;
    this.plans = plans;
  }

  void begun(Subscriber subscriber) {
    facts.signedUp(subscriber.id(), subscriber.trial().isPresent(), subscriber.since());
  }

  void beganTrial(UserId who, Instant at) {
    facts.beganTrial(who, at);
  }

  /** Notes what a subscription is worth now: nothing where no plan has its price. */
  public void tell(SubscriptionChanged news) {
    Optional<PaidPlan.Terms> terms =
        PAID.contains(news.status())
            ? plans
                .findByPrice(news.price().value())
                .map(plan -> new PaidPlan.Terms(plan.priceId(), plan.terms().monthly()))
            : Optional.empty();
    facts.subscription(news.id().value(), news.holder(), terms, news.at());
  }

  /** Notes that an admin gave credits, or took some back. */
  void granted(CreditEntry entry) {
    facts.add(List.of(credits(FactKind.CREDITS_GRANTED, entry).with(entry.amount())));
  }

  private static Fact credits(FactKind kind, CreditEntry entry) {
    return Fact.of(kind, entry.id().value().toString(), entry.account(), entry.at());
  }

  /**
   * Notes that a reseller serves a client, for the first time or again.
   *
   * @param kind which of both
   * @param servedUntil until when it was served before, if it was
   */
  void served(
      FactKind kind, Client client, Optional<Instant> servedUntil, CreditEntry paid, Instant now) {
    List<Fact> news = new ArrayList<>(service(client, servedUntil, now));
    news.add(
        Fact.of(kind, name(client), client.reseller(), now)
            .by(client.reseller().value().toString()));
    news.add(
        credits(FactKind.CREDITS_SPENT, paid)
            .by(client.reseller().value().toString())
            .with(-paid.amount()));
    facts.add(news);
  }

  /** Notes until when a client is served now, where that has changed. */
  void changed(Client client, Optional<Instant> servedUntil, Instant now) {
    facts.add(service(client, servedUntil, now));
  }

  /** What was said to end later is taken back, and said anew. */
  private static List<Fact> service(Client client, Optional<Instant> before, Instant now) {
    Optional<Instant> after = client.servedUntil(now);
    if (before.equals(after)) {
      return List.of();
    }
    Fact more =
        Fact.of(
                FactKind.CLIENT_SERVED,
                name(client) + " more",
                client.reseller(),
                before.orElse(now))
            .with(1);
    Fact less =
        Fact.of(
                FactKind.CLIENT_SERVED,
                name(client) + " less",
                client.reseller(),
                after.orElse(now))
            .with(-1);
    return List.of(more, less);
  }

  /** Tells each change of each client from all others. */
  private static String name(Client client) {
    return client.id().value() + " " + client.version();
  }
}
