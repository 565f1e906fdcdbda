package dev.stagedoor.providers.sandbox.subscriptions;

import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Tokens;
import dev.stagedoor.domain.sandbox.port.SandboxMemory;
import dev.stagedoor.domain.subscriptions.PageReading;
import dev.stagedoor.domain.subscriptions.PlanPrice;
import dev.stagedoor.domain.subscriptions.SubscriptionProvider;
import dev.stagedoor.domain.subscriptions.SubscriptionRequest;
import dev.stagedoor.providers.sandbox.SandboxLine;
import dev.stagedoor.providers.sandbox.memory.Fingerprint;
import dev.stagedoor.providers.sandbox.memory.Shelf;
import dev.stagedoor.providers.sandbox.payments.Card;
import dev.stagedoor.providers.sandbox.webhooks.Deliveries;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The far side of a provider of subscriptions, and what people do on its pages. */
public final class SandboxSubscribers {
  private static final int RECENT = 200;
  private static final Duration PORTAL_LIFE = Duration.ofHours(1);

  private final Shelf<Session> sessions;
  private final Shelf<Plan> plans;
  private final Shelf<Buyer> buyers;
  private final Shelf<Portal> portals;
  private final Shelf<Named> prices;
  private final Deliveries deliveries;
  private final Supplier<URI> base;
  private final Clock clock;
  private final Tokens tokens;

  /** One customer, and what they ever subscribed to. */
  public record Buyer(String id, String email, List<String> plans) {
    public Buyer {
      plans = List.copyOf(plans);
    }
  }

  /** A page of a customer's own, for an hour. */
  public record Portal(String id, String customer, String comeBack, Instant until) {}

  /** What somebody said that a price costs each month. */
  public record Named(String price, long minor, String currency) {}

  public SandboxSubscribers(
      SandboxMemory memory, Deliveries deliveries, Supplier<URI> base, Clock clock, Tokens tokens) {
    this.sessions = new Shelf<>(memory, "subscribe-pages", Session.class);
    this.plans = new Shelf<>(memory, "subscriptions", Plan.class);
    this.buyers = new Shelf<>(memory, "subscribers", Buyer.class);
    this.portals = new Shelf<>(memory, "subscriber-portals", Portal.class);
    this.prices = new Shelf<>(memory, "subscription-prices", Named.class);
    this.deliveries = deliveries;
    this.base = base;
    this.clock = clock;
    this.tokens = tokens;
  }

  /** Returns the provider of subscriptions over this far side. */
  public SubscriptionProvider provider(SandboxLine line) {
    return new SubscriptionProvider(
        SandboxLine.ID,
        new SandboxSubscriptions(this, line),
        new SandboxSubscribePages(this, line));
  }

  /** Returns at most {@code limit} subscriptions as they are now, the newest first. */
  public List<Plan> newest(int limit) {
    Instant now = now();
    return plans.newest(limit).stream().map(plan -> plan.at(now)).toList();
  }

  /** Returns those of the newest pages to subscribe on that have not expired. */
  public List<Session> newestPages(int limit) {
    Instant now = now();
    return sessions.newest(limit).stream().filter(session -> !session.isExpired(now)).toList();
  }

  /** Returns a page to subscribe on that has not expired. */
  public Optional<Session> session(String id) {
    return sessions.find(id).filter(session -> !session.isExpired(now()));
  }

  PageReading became(ProviderRef page) {
    return Optional.of(page)
        .filter(SandboxSubscribers::isOurs)
        .flatMap(ours -> sessions.find(ours.value()))
        .map(this::standing)
        .orElseGet(() -> new PageReading.Unknown("the sandbox has no such page"));
  }

  private PageReading standing(Session session) {
    if (session.subscription() != null) {
      return new PageReading.Subscribed(new ProviderRef(SandboxLine.ID, session.subscription()));
    }
    return session.isExpired(now()) ? new PageReading.Expired() : new PageReading.Open();
  }

  /** Returns a subscription as it is now. What has become due is done, and told. */
  public Optional<Plan> find(String plan) {
    Instant now = now();
    return change(plan, known -> known.at(now));
  }

  /** Does what somebody does on a page to subscribe on; nothing once there is a subscription. */
  public Optional<Session> subscribe(String id, Card card) {
    Instant now = now();
    Optional<Session> found = session(id);
    if (found.isEmpty() || found.get().subscription() != null) {
      return found;
    }
    // A card that fails later is taken once.
    Optional<String> refusal = card.failsLater() ? Optional.empty() : card.refusal(now);
    return refusal.isPresent()
        ? changed(id, session -> session.failed(refusal.get()))
        : Optional.of(subscribed(found.get(), card, now));
  }

  private Session subscribed(Session session, Card card, Instant now) {
    String end = session.id().substring(session.id().lastIndexOf('_') + 1);
    String plan = "sub_sandbox_" + end;
    String customer = session.customer() == null ? "cus_sandbox_" + end : session.customer();
    buyers.add(customer, new Buyer(customer, session.email(), List.of()));
    buyers.change(customer, buyer -> holding(buyer, plan));
    plans.add(plan, Plan.begin(plan, session, customer, card.failsLater(), now));
    Session done = changed(session.id(), known -> known.done(plan)).orElse(session);
    find(plan);
    return done;
  }

  private static Buyer holding(Buyer buyer, String plan) {
    return buyer.plans().contains(plan)
        ? buyer
        : new Buyer(
            buyer.id(),
            buyer.email(),
            Stream.concat(buyer.plans().stream(), Stream.of(plan)).toList());
  }

  private Optional<Session> changed(String id, UnaryOperator<Session> decision) {
    return sessions.change(id, decision).map(Shelf.Change::after);
  }

  /** Returns a price that says itself what it is, or that the product has named. */
  public Optional<Price> price(String id) {
    return Price.read(id)
        .or(
            () ->
                prices
                    .find(id)
                    .map(one -> new Money(one.minor(), Currency.getInstance(one.currency())))
                    .map(monthly -> new Price(id, monthly, false, id)));
  }

  /** Says in a few words what a price is. */
  public String says(String price) {
    return price(price).map(Price::says).orElse(price);
  }

  /** Takes a price as the product names it, empty when it cannot be charged here. */
  Optional<Price> take(PlanPrice named) {
    Optional<Price> price = Price.of(named);
    price
        .filter(one -> Price.read(one.id()).isEmpty())
        .ifPresent(
            one -> {
              Money monthly = one.amount();
              Named said =
                  new Named(one.id(), monthly.minor(), monthly.currency().getCurrencyCode());
              if (!prices.add(one.id(), said)) {
                prices.change(one.id(), before -> said);
              }
            });
    return price;
  }

  Optional<Session> begin(SubscriptionRequest request) {
    String id = "cs_sandbox_" + Fingerprint.of(request.key().value());
    Session session = Session.open(id, request, now());
    Session kept = sessions.add(id, session) ? session : sessions.find(id).orElse(session);
    return Optional.of(kept).filter(one -> one.isFor(request));
  }

  boolean isCustomer(ProviderRef customer) {
    return customer.provider().equals(SandboxLine.ID) && buyers.find(customer.value()).isPresent();
  }

  Optional<Plan> find(ProviderRef plan) {
    return isOurs(plan) ? find(plan.value()) : Optional.empty();
  }

  /** Moves a subscription that runs to another price. */
  public Optional<Plan> changeTo(ProviderRef plan, Price price) {
    Instant now = now();
    return isOurs(plan)
        ? change(plan.value(), known -> known.at(now).change(price, now))
        : Optional.empty();
  }

  Optional<Plan> endNow(ProviderRef plan) {
    return isOurs(plan) ? endNow(plan.value()) : Optional.empty();
  }

  Optional<Plan> endLater(ProviderRef plan) {
    return isOurs(plan) ? endLater(plan.value(), true) : Optional.empty();
  }

  /** Ends a subscription at once. */
  public Optional<Plan> endNow(String plan) {
    Instant now = now();
    return change(plan, known -> known.at(now).endNow(now));
  }

  /** Lets a subscription end with its period, or go on after all. */
  public Optional<Plan> endLater(String plan, boolean wanted) {
    Instant now = now();
    return change(plan, known -> known.at(now).endLater(wanted, now));
  }

  /** Gives another card for a subscription, and returns its refusal where it is declined. */
  public Optional<String> giveCard(String plan, Card card) {
    Instant now = now();
    Optional<String> refusal = card.failsLater() ? Optional.empty() : card.refusal(now);
    if (refusal.isEmpty()) {
      change(plan, known -> known.at(now).pay(card.failsLater(), now));
    }
    return refusal;
  }

  /**
   * Lets the running period of a subscription end now, and the next be paid as far as its card is
   * good; what is owed is paid.
   */
  public Optional<Plan> renew(String plan) {
    Instant now = now();
    return change(plan, known -> known.at(now).renew(now));
  }

  /** Lets the running period of a subscription end now, and the next payment fail. */
  public Optional<Plan> failNextPayment(String plan) {
    Instant now = now();
    return change(plan, known -> known.at(now).fail(now));
  }

  private Optional<Plan> change(String plan, UnaryOperator<Plan> decision) {
    Optional<Plan> changed = plans.change(plan, decision).map(Shelf.Change::after);
    changed.ifPresent(known -> deliveries.take(known.notices()));
    return changed;
  }

  URI page(Session session) {
    return at("/sandbox/subscribe/" + session.id());
  }

  URI openPortal(ProviderRef customer, URI comeBack) {
    String id = "bps_sandbox_" + tokens.next().reveal();
    portals.add(id, new Portal(id, customer.value(), comeBack.toString(), now().plus(PORTAL_LIFE)));
    return at("/sandbox/portal/" + id);
  }

  /** Returns a portal that is still open. */
  public Optional<Portal> portal(String id) {
    return portals.find(id).filter(portal -> now().isBefore(portal.until()));
  }

  /** Returns what the customer of a portal has subscribed to, as it is now. */
  public List<Plan> plansOf(Portal portal) {
    return buyers
        .find(portal.customer())
        .map(buyer -> buyer.plans().stream().flatMap(plan -> find(plan).stream()).toList())
        .orElse(List.of());
  }

  private URI at(String path) {
    return URI.create(base.get().toString().replaceAll("/+$", "") + path);
  }

  /** Makes the deliveries that a crash has kept from being made. */
  public void recover() {
    plans.newest(RECENT).forEach(plan -> find(plan.id()));
  }

  private static boolean isOurs(ProviderRef plan) {
    return plan.provider().equals(SandboxLine.ID);
  }

  // As precise as the product's own database, so that times can be compared.
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
