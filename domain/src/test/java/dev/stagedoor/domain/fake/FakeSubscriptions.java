package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.contract.FarSideFailure;
import dev.stagedoor.domain.contract.SubscriptionWorld;
import dev.stagedoor.domain.kernel.IdempotencyKey;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.subscriptions.CancelWhen;
import dev.stagedoor.domain.subscriptions.PageReading;
import dev.stagedoor.domain.subscriptions.PlanPrice;
import dev.stagedoor.domain.subscriptions.SubscribeOutcome;
import dev.stagedoor.domain.subscriptions.SubscriptionId;
import dev.stagedoor.domain.subscriptions.SubscriptionProvider;
import dev.stagedoor.domain.subscriptions.SubscriptionReading;
import dev.stagedoor.domain.subscriptions.SubscriptionRequest;
import dev.stagedoor.domain.subscriptions.SubscriptionStatus;
import dev.stagedoor.domain.subscriptions.port.SubscribePages;
import dev.stagedoor.domain.subscriptions.port.Subscriptions;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A provider of subscriptions in memory, both sides of it: the ports, and the world a test
 * arranges. A period has 30 days, and ends when a test says so. Knows the prices whose names begin
 * with {@code price}.
 */
public final class FakeSubscriptions implements Subscriptions, SubscriptionWorld {
  private static final Instant BEGIN = Instant.parse("2025-06-01T10:00:00Z");
  private static final Duration PERIOD = Duration.ofDays(30);

  private final ProviderId id;
  private final FakeLine line;
  private final Map<IdempotencyKey, Page> pages = new LinkedHashMap<>();
  private final Map<ProviderRef, Held> held = new LinkedHashMap<>();
  private final Map<URI, ProviderRef> subscribed = new HashMap<>();
  private final Set<ProviderRef> customers = new HashSet<>();
  private final Set<ProviderRef> strange = new HashSet<>();
  private final Set<URI> expired = new HashSet<>();

  private record Page(SubscriptionRequest request, URI address) {}

  private record Held(
      SubscriptionId subscription,
      ProviderRef customer,
      ProviderRef price,
      SubscriptionStatus status,
      Instant paidUntil,
      boolean ends) {
    private boolean isOver() {
      return status == SubscriptionStatus.ENDED;
    }

    private Held priced(ProviderRef other) {
      return new Held(subscription, customer, other, status, paidUntil, ends);
    }

    private Held ending() {
      return new Held(subscription, customer, price, status, paidUntil, true);
    }

    private Held standing(SubscriptionStatus next, Instant until) {
      return new Held(subscription, customer, price, next, until, ends);
    }
  }

  public FakeSubscriptions() {
    this("fake");
  }

  public FakeSubscriptions(String provider) {
    this.id = new ProviderId(provider);
    this.line = new FakeLine(id);
  }

  /** Returns this provider as the registry takes it. */
  public SubscriptionProvider provider() {
    return new SubscriptionProvider(id, this, pages());
  }

  @Override
  public synchronized SubscribeOutcome begin(SubscriptionRequest request) {
    try {
      return line.ask(() -> page(request));
    } catch (FakeLine.LostAnswer lost) {
      return new SubscribeOutcome.Unknown("the answer was lost");
    }
  }

  private SubscribeOutcome page(SubscriptionRequest request) {
    if (!isPrice(request.price().ref())) {
      return new SubscribeOutcome.Refused("no_such_price");
    }
    if (request.customer().filter(one -> !customers.contains(one)).isPresent()) {
      return new SubscribeOutcome.Refused("no_such_customer");
    }
    URI address = URI.create("https://subscribe.example/" + request.subscription().value());
    URI kept = pages.computeIfAbsent(request.key(), key -> new Page(request, address)).address();
    return new SubscribeOutcome.Opened(kept, session(kept));
  }

  private static String session(URI page) {
    return "session-" + page.getPath().substring(1);
  }

  /** Returns who tells what became of the pages. */
  public SubscribePages pages() {
    return this::became;
  }

  private synchronized PageReading became(ProviderRef page) {
    try {
      return line.ask(
          () ->
              pages.values().stream()
                  .map(Page::address)
                  .filter(one -> page.equals(new ProviderRef(id, session(one))))
                  .findFirst()
                  .map(this::standing)
                  .orElseGet(() -> new PageReading.Unknown("no such page")));
    } catch (FakeLine.LostAnswer | ProviderException problem) {
      return new PageReading.Unknown("no answer");
    }
  }

  private PageReading standing(URI page) {
    if (subscribed.containsKey(page)) {
      return new PageReading.Subscribed(existingOf(page));
    }
    return expired.contains(page) ? new PageReading.Expired() : new PageReading.Open();
  }

  private ProviderRef existingOf(URI page) {
    return Optional.ofNullable(subscribed.get(page)).orElseThrow();
  }

  @Override
  public synchronized void expire(URI page) {
    expired.add(page);
  }

  private boolean isPrice(ProviderRef price) {
    return price.provider().equals(id) && price.value().startsWith("price");
  }

  @Override
  public synchronized SubscriptionReading find(ProviderRef subscription) {
    try {
      return line.ask(
          () ->
              held.containsKey(subscription)
                  ? reading(subscription)
                  : new SubscriptionReading.Unknown("no such subscription"));
    } catch (FakeLine.LostAnswer | ProviderException problem) {
      return new SubscriptionReading.Unknown("no answer");
    }
  }

  private SubscriptionReading reading(ProviderRef ref) {
    Held one = existing(ref);
    return strange.contains(ref)
        ? new SubscriptionReading.Unknown("a standing nobody knows")
        : new SubscriptionReading.Known(
            ref,
            Optional.of(one.subscription()),
            one.customer(),
            one.price(),
            one.status(),
            one.paidUntil(),
            one.ends());
  }

  private Held existing(ProviderRef ref) {
    return Optional.ofNullable(held.get(ref))
        .orElseThrow(() -> line.rejected("no such subscription"));
  }

  @Override
  public synchronized URI portal(ProviderRef customer, URI comeBack) {
    return line.tell(
        () -> {
          if (!customers.contains(customer)) {
            throw line.rejected("no such customer");
          }
          return URI.create("https://portal.example/" + customer.value());
        });
  }

  @Override
  public synchronized SubscriptionReading change(
      ProviderRef subscription, PlanPrice price, IdempotencyKey key) {
    return changed(
        () -> {
          Held one = existing(subscription);
          if (one.isOver() || !isPrice(price.ref())) {
            throw line.rejected("cannot be changed to this");
          }
          held.put(subscription, one.priced(price.ref()));
          return reading(subscription);
        });
  }

  @Override
  public synchronized SubscriptionReading cancel(ProviderRef subscription, CancelWhen when) {
    return changed(
        () -> {
          Held one = existing(subscription);
          if (!one.isOver()) {
            held.put(
                subscription,
                when == CancelWhen.AT_PERIOD_END
                    ? one.ending()
                    : one.standing(SubscriptionStatus.ENDED, one.paidUntil()));
          }
          return reading(subscription);
        });
  }

  private SubscriptionReading changed(Supplier<SubscriptionReading> change) {
    try {
      return line.ask(change);
    } catch (FakeLine.LostAnswer lost) {
      return new SubscriptionReading.Unknown("the answer was lost");
    }
  }

  @Override
  public PlanPrice price() {
    return monthly("price-basic", 799);
  }

  @Override
  public PlanPrice otherPrice() {
    return monthly("price-premium", 1499);
  }

  @Override
  public PlanPrice noPrice() {
    return monthly("nothing-anybody-knows", 999);
  }

  private PlanPrice monthly(String price, long minor) {
    return new PlanPrice(new ProviderRef(id, price), new Money(minor, Currency.getInstance("USD")));
  }

  @Override
  public synchronized ProviderRef subscribe(URI page) {
    return subscribed.computeIfAbsent(page, address -> take(request(address)));
  }

  private SubscriptionRequest request(URI page) {
    return pages.values().stream()
        .filter(one -> one.address().equals(page))
        .map(Page::request)
        .findFirst()
        .orElseThrow();
  }

  private ProviderRef take(SubscriptionRequest request) {
    ProviderRef customer =
        request
            .customer()
            .orElseGet(() -> new ProviderRef(id, "customer-" + (customers.size() + 1)));
    customers.add(customer);
    ProviderRef ref = new ProviderRef(id, "subscription-" + (held.size() + 1));
    boolean tries = request.trialDays() > 0;
    held.put(
        ref,
        new Held(
            request.subscription(),
            customer,
            request.price().ref(),
            tries ? SubscriptionStatus.TRIALING : SubscriptionStatus.ACTIVE,
            BEGIN.plus(tries ? Duration.ofDays(request.trialDays()) : PERIOD),
            false));
    return ref;
  }

  @Override
  public synchronized void endPeriod(ProviderRef subscription) {
    Held one = existing(subscription);
    held.put(
        subscription,
        one.ends()
            ? one.standing(SubscriptionStatus.ENDED, one.paidUntil())
            : one.standing(SubscriptionStatus.ACTIVE, one.paidUntil().plus(PERIOD)));
  }

  @Override
  public synchronized void failNextPayment(ProviderRef subscription) {
    Held one = existing(subscription);
    held.put(subscription, one.standing(SubscriptionStatus.PAST_DUE, one.paidUntil()));
  }

  /** Makes a subscription stand so; what it is paid until stays. */
  public synchronized void standAs(ProviderRef subscription, SubscriptionStatus status) {
    held.put(
        subscription, existing(subscription).standing(status, existing(subscription).paidUntil()));
  }

  /** Makes a subscription say that it is one of ours, as a copied one does. */
  public synchronized void claimToBe(ProviderRef subscription, SubscriptionId ours) {
    Held one = existing(subscription);
    held.put(
        subscription,
        new Held(ours, one.customer(), one.price(), one.status(), one.paidUntil(), one.ends()));
  }

  /** Returns how a subscription truly stands, whatever fails. */
  public synchronized SubscriptionStatus standing(ProviderRef subscription) {
    return existing(subscription).status();
  }

  @Override
  public synchronized void standStrangely(ProviderRef subscription) {
    strange.add(subscription);
  }

  @Override
  public synchronized void loseNextAnswer() {
    line.loseAnswerAfter(0);
  }

  @Override
  public synchronized void fail(FarSideFailure how) {
    line.fail(how);
  }

  @Override
  public synchronized void recover() {
    line.recover();
  }

  @Override
  public synchronized int pagesOf(SubscriptionId subscription) {
    return (int)
        pages.values().stream()
            .filter(one -> one.request().subscription().equals(subscription))
            .count();
  }

  @Override
  public synchronized int plansOf(ProviderRef subscription) {
    return held.containsKey(subscription) ? 1 : 0;
  }
}
