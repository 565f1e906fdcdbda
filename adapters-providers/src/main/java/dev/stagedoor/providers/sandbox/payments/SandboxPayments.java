package dev.stagedoor.providers.sandbox.payments;

import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Tokens;
import dev.stagedoor.domain.payments.CheckoutRequest;
import dev.stagedoor.domain.payments.PaymentProvider;
import dev.stagedoor.domain.payments.RefundRequest;
import dev.stagedoor.domain.payments.RefundStatus;
import dev.stagedoor.domain.sandbox.port.SandboxMemory;
import dev.stagedoor.providers.sandbox.SandboxLine;
import dev.stagedoor.providers.sandbox.SandboxSettings;
import dev.stagedoor.providers.sandbox.memory.Fingerprint;
import dev.stagedoor.providers.sandbox.memory.Shelf;
import dev.stagedoor.providers.sandbox.webhooks.Deliveries;
import dev.stagedoor.providers.sandbox.webhooks.Notice;
import dev.stagedoor.providers.sandbox.webhooks.WebhookPoster;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;

/** The far side of the payment provider, and what buyers and operators do there. */
public final class SandboxPayments {
  private static final int RECENT = 200;
  private static final Duration TOLD_FIRST_AT_THE_LATEST = Duration.ofSeconds(20);

  private final Shelf<Charge> charges;
  private final Deliveries deliveries;
  private final WebhookPoster poster;
  private final SandboxSettings settings;
  private final Clock clock;
  private final Tokens tokens;
  private final AtomicBoolean holdsNextRefund = new AtomicBoolean();

  public SandboxPayments(
      SandboxMemory memory,
      Deliveries deliveries,
      WebhookPoster poster,
      SandboxSettings settings,
      Clock clock,
      Tokens tokens) {
    this.charges = new Shelf<>(memory, "charges", Charge.class);
    this.deliveries = deliveries;
    this.poster = poster;
    this.settings = settings;
    this.clock = clock;
    this.tokens = tokens;
  }

  /** Returns the payment provider over this far side. */
  public PaymentProvider provider(SandboxLine line) {
    return new PaymentProvider(
        SandboxLine.ID,
        SandboxCurrencies.all(),
        Optional.empty(),
        new SandboxCheckouts(this, line),
        new SandboxPaymentLookup(this, line),
        Optional.of(new SandboxRefunds(this, line)));
  }

  /**
   * Does what a buyer does in the provider's form. A charge that is paid, pending or cancelled is
   * left as it is.
   */
  public Confirmation confirm(ProviderRef charge, Card card) {
    Instant now = now();
    Optional<TestCard> testCard = card.testCard();
    boolean expired = card.isExpiredIn(YearMonth.from(now.atOffset(ZoneOffset.UTC)));
    Optional<Shelf.Change<Charge>> change =
        change(
            charge,
            known ->
                known.canBePaid()
                    ? expired ? known.fail("expired_card", now) : used(known, testCard, now)
                    : known);
    if (change.isEmpty()) {
      return new Confirmation.UnknownCharge();
    }
    boolean acted = !change.get().after().equals(change.get().before());
    Optional<TestCard.Effect> effect =
        testCard.map(TestCard::effect).filter(any -> acted && !expired);
    if (effect.equals(Optional.of(TestCard.Effect.ANSWER_LOST))) {
      return new Confirmation.Lost();
    }
    if (effect.equals(Optional.of(TestCard.Effect.TOLD_FIRST))) {
      List<Notice> told = change.get().after().notices();
      poster.repeat(told.get(told.size() - 1).id());
    }
    return answer(change.get().after());
  }

  private Charge used(Charge charge, Optional<TestCard> testCard, Instant now) {
    if (testCard.isEmpty()) {
      return charge.fail("card_declined", now);
    }
    return switch (testCard.get().effect()) {
      case SUCCEEDS -> charge.succeed(now, Duration.ZERO, 1);
      case TOLD_TWICE -> charge.succeed(now, Duration.ZERO, 2);
      // Told by confirm itself, before it answers; later by the poster, should that be cut off.
      case TOLD_FIRST -> charge.succeed(now, TOLD_FIRST_AT_THE_LATEST, 1);
      case ANSWER_LOST -> charge.succeed(now, settings.lateWebhookDelay(), 1);
      case FAILS -> charge.fail(testCard.get().code(), now);
      case FAILS_LATER ->
          charge.failLater(testCard.get().code(), now, now.plus(settings.pendingDelay()));
      case STAYS_PENDING -> charge.process(now);
    };
  }

  /** Lets a charge that waits for the buyer or the bank succeed. */
  public Confirmation succeed(ProviderRef charge) {
    Instant now = now();
    return settle(charge, known -> known.succeed(now, Duration.ZERO, 1));
  }

  /** Lets a charge that waits for the buyer or the bank fail with any code. */
  public Confirmation fail(ProviderRef charge, String code) {
    Instant now = now();
    return settle(charge, known -> known.fail(code, now));
  }

  /** Lets a charge succeed with another amount than was asked for. */
  public Confirmation succeedWith(ProviderRef charge, Money instead) {
    Instant now = now();
    return settle(charge, known -> known.take(instead.minor()).succeed(now, Duration.ZERO, 1));
  }

  /** Lets a charge that nobody has paid run out. */
  public Confirmation expire(ProviderRef charge) {
    Instant now = now();
    return settle(charge, known -> known.expire(now));
  }

  /** Gives part of a paid charge back as an operator does at the provider, past the product. */
  public void refundHere(ProviderRef charge, Money part) {
    Instant now = now();
    change(charge, known -> known.giveBackHere(part, now));
  }

  /** Lets the next refund wait until {@link #finishRefunds}. */
  public void holdNextRefund() {
    holdsNextRefund.set(true);
  }

  /** Finishes the refunds of a charge that wait. */
  public void finishRefunds(ProviderRef charge) {
    Instant now = now();
    change(
        charge,
        known -> known.moveRefunds(RefundStatus.PENDING::equals, RefundStatus.SUCCEEDED, now));
  }

  /** Lets all refunds of a charge fail, those too that had succeeded. */
  public void failRefunds(ProviderRef charge) {
    Instant now = now();
    change(charge, known -> known.moveRefunds(any -> true, RefundStatus.FAILED, now));
  }

  private Confirmation settle(ProviderRef charge, UnaryOperator<Charge> decision) {
    return change(charge, known -> known.isOver() ? known : decision.apply(known))
        .map(Shelf.Change::after)
        .map(SandboxPayments::answer)
        .orElseGet(Confirmation.UnknownCharge::new);
  }

  private static Confirmation answer(Charge charge) {
    Optional<Confirmation.Failure> failure =
        switch (charge.state()) {
          case OPEN, PROCESSING, SUCCEEDED, NOT_KNOWN -> Optional.empty();
          case DECLINED -> Optional.ofNullable(charge.failure()).map(Confirmation.Failure::of);
          case CANCELLED -> Optional.of(Confirmation.Failure.of("charge_cancelled"));
        };
    return new Confirmation.Answered(charge.state(), failure);
  }

  /** Returns at most {@code limit} charges as they are now, the newest first. */
  public List<Charge> newest(int limit) {
    Instant now = now();
    return charges.newest(limit).stream().map(charge -> charge.at(now)).toList();
  }

  /** Returns a charge as it is now. */
  public Optional<Charge> find(ProviderRef charge) {
    return isOurs(charge)
        ? charges.find(charge.value()).map(known -> known.at(now()))
        : Optional.empty();
  }

  /** Makes the deliveries that a crash has kept from being made. */
  public void recover() {
    charges.newest(RECENT).forEach(charge -> deliveries.take(charge.notices()));
  }

  /** Opens the one charge there is under a key. */
  Charge open(CheckoutRequest request) {
    String id = "pi_sandbox_" + Fingerprint.of(request.key().value());
    Charge charge = Charge.open(id, id + "_secret_" + tokens.next().reveal(), request, now());
    return charges.add(id, charge) ? charge : charges.find(id).orElse(charge);
  }

  void cancel(ProviderRef charge) {
    Instant now = now();
    change(charge, known -> known.cancel(now));
  }

  Optional<Charge> giveBack(RefundRequest request) {
    Instant now = now();
    String refundId = "re_sandbox_" + Fingerprint.of(request.key().value());
    RefundStatus stage =
        holdsNextRefund.getAndSet(false) ? RefundStatus.PENDING : RefundStatus.SUCCEEDED;
    return change(request.charge(), known -> known.giveBack(request, refundId, stage, now))
        .map(Shelf.Change::after);
  }

  private Optional<Shelf.Change<Charge>> change(
      ProviderRef charge, UnaryOperator<Charge> decision) {
    if (!isOurs(charge)) {
      return Optional.empty();
    }
    Instant now = now();
    Optional<Shelf.Change<Charge>> change =
        charges.change(charge.value(), known -> decision.apply(known.at(now)));
    change.ifPresent(done -> deliveries.take(done.after().notices()));
    return change;
  }

  private static boolean isOurs(ProviderRef charge) {
    return charge.provider().equals(SandboxLine.ID);
  }

  // As precise as the product's own database, so that times can be compared.
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
