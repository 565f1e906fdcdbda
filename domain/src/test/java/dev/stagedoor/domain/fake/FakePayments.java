package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.contract.EndingChargesWorld;
import dev.stagedoor.domain.contract.FarSideFailure;
import dev.stagedoor.domain.kernel.IdempotencyKey;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.payments.ChargeOutcome;
import dev.stagedoor.domain.payments.CheckoutOutcome;
import dev.stagedoor.domain.payments.CheckoutRequest;
import dev.stagedoor.domain.payments.Decline;
import dev.stagedoor.domain.payments.DeclineReason;
import dev.stagedoor.domain.payments.PaymentForm;
import dev.stagedoor.domain.payments.PaymentId;
import dev.stagedoor.domain.payments.PaymentProvider;
import dev.stagedoor.domain.payments.ProviderRefund;
import dev.stagedoor.domain.payments.RefundId;
import dev.stagedoor.domain.payments.RefundOutcome;
import dev.stagedoor.domain.payments.RefundRequest;
import dev.stagedoor.domain.payments.RefundStatus;
import dev.stagedoor.domain.payments.port.Checkouts;
import dev.stagedoor.domain.payments.port.PaymentLookup;
import dev.stagedoor.domain.payments.port.Refunds;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A payment provider in memory, both sides of it: the ports, and the world a test arranges. Takes
 * USD, EUR and JPY.
 */
public final class FakePayments implements Checkouts, PaymentLookup, Refunds, EndingChargesWorld {
  private static final Set<Currency> CURRENCIES =
      Stream.of("USD", "EUR", "JPY").map(Currency::getInstance).collect(Collectors.toSet());

  private final ProviderId id;
  private final FakeLine line;
  private final Map<IdempotencyKey, Charge> byKey = new LinkedHashMap<>();
  private final Map<ProviderRef, Charge> byRef = new LinkedHashMap<>();
  private final Map<IdempotencyKey, RefundOutcome> refusedRefunds = new LinkedHashMap<>();
  private final List<String> calls = new ArrayList<>();
  private boolean delaysNextRefund;
  private boolean refunds = true;
  private Optional<PaymentForm> form = Optional.empty();
  private boolean cancels = true;
  private int refundsMade;

  /** One refund on the far side; without a key when it was made there. */
  private record Given(
      ProviderRef ref,
      Optional<IdempotencyKey> key,
      Optional<RefundId> ours,
      Money amount,
      RefundStatus status) {
    private Given as(RefundStatus next) {
      return new Given(ref, key, ours, amount, next);
    }

    private ProviderRefund listed() {
      return new ProviderRefund(ref, amount, status, ours);
    }

    private RefundOutcome outcome() {
      return switch (status) {
        case PENDING -> new RefundOutcome.Pending(ref);
        case SUCCEEDED -> new RefundOutcome.Succeeded(ref);
        case FAILED -> new RefundOutcome.Failed("account_closed", Optional.of(ref));
        case REQUESTED -> throw new IllegalStateException("a refund here was made");
      };
    }
  }

  /** One charge on the far side. */
  private static final class Charge {
    private final CheckoutRequest request;
    private final ProviderRef ref;
    private ChargeOutcome state = new ChargeOutcome.Pending(false);
    private final List<Given> given = new ArrayList<>();

    private Charge(CheckoutRequest request, ProviderRef ref) {
      this.request = request;
      this.ref = ref;
    }

    private boolean isPaid() {
      return state instanceof ChargeOutcome.Succeeded;
    }

    private ChargeOutcome outcome() {
      return state instanceof ChargeOutcome.Succeeded paid
          ? new ChargeOutcome.Succeeded(paid.captured(), given.stream().map(Given::listed).toList())
          : state;
    }

    private Money left() {
      return state instanceof ChargeOutcome.Succeeded paid
          ? paid.captured().minus(sum(one -> one.status() != RefundStatus.FAILED))
          : Money.zero(request.amount().currency());
    }

    private Money sum(Predicate<Given> wanted) {
      return given.stream()
          .filter(wanted)
          .map(Given::amount)
          .reduce(Money.zero(request.amount().currency()), Money::plus);
    }
  }

  public FakePayments() {
    this("fake");
  }

  public FakePayments(String provider) {
    this.id = new ProviderId(provider);
    this.line = new FakeLine(id);
  }

  /** Returns this provider as the registry takes it. */
  public PaymentProvider provider() {
    return new PaymentProvider(
        id, CURRENCIES, form, this, this, refunds ? Optional.of(this) : Optional.empty());
  }

  /** Gives it a form of its own in browsers. */
  public FakePayments withForm(PaymentForm shown) {
    form = Optional.of(shown);
    return this;
  }

  /** Makes it a provider that cannot refund. */
  public FakePayments withoutRefunds() {
    refunds = false;
    return this;
  }

  /** Makes it a provider whose charges stay payable whatever is asked. */
  public synchronized void cannotCancel() {
    cancels = false;
  }

  @Override
  public synchronized CheckoutOutcome open(CheckoutRequest request) {
    try {
      return call("open", () -> prepare(request));
    } catch (FakeLine.LostAnswer lost) {
      return new CheckoutOutcome.Unknown("the answer was lost");
    }
  }

  private CheckoutOutcome prepare(CheckoutRequest request) {
    if (!CURRENCIES.contains(request.amount().currency())) {
      return new CheckoutOutcome.Refused("currency_not_supported");
    }
    Charge charge =
        byKey.computeIfAbsent(
            request.key(),
            key -> new Charge(request, new ProviderRef(id, "charge-" + (byRef.size() + 1))));
    if (!charge.request.amount().equals(request.amount())) {
      return new CheckoutOutcome.Refused("idempotency_error");
    }
    byRef.put(charge.ref, charge);
    return new CheckoutOutcome.Opened(
        charge.ref, Optional.of(Secret.of(charge.ref.value() + "-client-secret")));
  }

  @Override
  public Optional<String> publishableKey() {
    return Optional.of("pk_fake");
  }

  /** Forgets under which keys it was asked, as providers do in the end. */
  public synchronized void forgetKeys() {
    byKey.clear();
  }

  @Override
  public synchronized void cancel(ProviderRef ref) {
    boolean ignored =
        line.tell(
            () -> {
              calls.add("cancel");
              return giveUp(ref);
            });
  }

  private boolean giveUp(ProviderRef ref) {
    Charge charge = byRef.get(ref);
    boolean can = cancels && charge != null && !charge.isPaid() && !isProcessing(charge);
    if (can) {
      charge.state = new ChargeOutcome.Cancelled();
    }
    return can;
  }

  private static boolean isProcessing(Charge charge) {
    return charge.state instanceof ChargeOutcome.Pending pending && pending.processing();
  }

  @Override
  public synchronized ChargeOutcome find(ProviderRef ref) {
    try {
      return call(
          "find",
          () ->
              Optional.ofNullable(byRef.get(ref))
                  .map(Charge::outcome)
                  .orElseGet(() -> new ChargeOutcome.Unknown("no such charge")));
    } catch (FakeLine.LostAnswer | ProviderException problem) {
      return new ChargeOutcome.Unknown("no answer");
    }
  }

  @Override
  public synchronized RefundOutcome refund(RefundRequest request) {
    try {
      return call("refund", () -> known(request).orElseGet(() -> giveBack(request)));
    } catch (FakeLine.LostAnswer lost) {
      return new RefundOutcome.Unknown("the answer was lost");
    }
  }

  private Optional<RefundOutcome> known(RefundRequest request) {
    return byRef.values().stream()
        .flatMap(charge -> charge.given.stream())
        .filter(one -> one.key().filter(request.key()::equals).isPresent())
        .findFirst()
        .map(Given::outcome)
        .or(() -> Optional.ofNullable(refusedRefunds.get(request.key())));
  }

  private RefundOutcome giveBack(RefundRequest request) {
    Charge charge = byRef.get(request.charge());
    if (charge == null || !charge.isPaid()) {
      return refuse(request, "charge_not_paid");
    }
    if (!charge.left().isAtLeast(request.amount())) {
      return refuse(request, "amount_too_large");
    }
    Given given =
        new Given(
            nextRefund(),
            Optional.of(request.key()),
            Optional.of(request.refund()),
            request.amount(),
            delaysNextRefund ? RefundStatus.PENDING : RefundStatus.SUCCEEDED);
    delaysNextRefund = false;
    charge.given.add(given);
    return given.outcome();
  }

  private RefundOutcome refuse(RefundRequest request, String code) {
    RefundOutcome refused = new RefundOutcome.Failed(code);
    refusedRefunds.put(request.key(), refused);
    return refused;
  }

  private ProviderRef nextRefund() {
    refundsMade++;
    return new ProviderRef(id, "refund-" + refundsMade);
  }

  @Override
  public synchronized RefundOutcome find(RefundRequest request) {
    try {
      return call(
          "findRefund",
          () ->
              known(request)
                  .orElseGet(() -> new RefundOutcome.Unknown("no refund under this key")));
    } catch (FakeLine.LostAnswer | ProviderException problem) {
      return new RefundOutcome.Unknown("no answer");
    }
  }

  private <T> T call(String what, Supplier<T> work) {
    return line.ask(
        () -> {
          calls.add(what);
          return work.get();
        });
  }

  private Charge charge(ProviderRef ref) {
    Charge charge = byRef.get(ref);
    if (charge == null) {
      throw new IllegalArgumentException("no such charge: " + ref);
    }
    return charge;
  }

  @Override
  public Money inexpressible() {
    return Money.of(1000, "XTS");
  }

  @Override
  public synchronized void pay(ProviderRef ref) {
    pay(ref, charge(ref).request.amount());
  }

  @Override
  public synchronized void pay(ProviderRef ref, Money instead) {
    charge(ref).state = new ChargeOutcome.Succeeded(instead);
  }

  @Override
  public synchronized void expire(ProviderRef ref) {
    charge(ref).state = new ChargeOutcome.Cancelled();
  }

  @Override
  public synchronized void refundElsewhere(ProviderRef ref, Money part) {
    charge(ref)
        .given
        .add(
            new Given(
                nextRefund(), Optional.empty(), Optional.empty(), part, RefundStatus.SUCCEEDED));
  }

  @Override
  public synchronized void delayNextRefund() {
    delaysNextRefund = true;
  }

  @Override
  public synchronized void finishRefunds(ProviderRef ref) {
    charge(ref)
        .given
        .replaceAll(
            one -> one.status() == RefundStatus.PENDING ? one.as(RefundStatus.SUCCEEDED) : one);
  }

  @Override
  public synchronized void failRefunds(ProviderRef ref) {
    charge(ref).given.replaceAll(one -> one.as(RefundStatus.FAILED));
  }

  @Override
  public synchronized void startPaying(ProviderRef ref) {
    charge(ref).state = new ChargeOutcome.Pending(true);
  }

  @Override
  public synchronized void standStrangely(ProviderRef ref) {
    charge(ref).state = new ChargeOutcome.Unknown("stands in a way nobody has heard of");
  }

  @Override
  public synchronized void decline(ProviderRef ref, String providerCode) {
    DeclineReason reason =
        Stream.of(DeclineReason.values())
            .filter(one -> one != DeclineReason.OTHER)
            .filter(one -> codeFor(one).equals(providerCode))
            .findFirst()
            .orElse(DeclineReason.OTHER);
    charge(ref).state = new ChargeOutcome.Declined(new Decline(reason, providerCode));
  }

  @Override
  public String codeFor(DeclineReason reason) {
    return reason.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public synchronized void loseNextAnswer() {
    line.loseAnswerAfter(0);
  }

  @Override
  public synchronized void setDown(boolean down) {
    if (down) {
      line.fail(FarSideFailure.DOWN);
    } else {
      line.recover();
    }
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
  public synchronized int chargesOf(PaymentId payment) {
    return (int)
        byRef.values().stream().filter(charge -> charge.request.payment().equals(payment)).count();
  }

  @Override
  public synchronized Money refundedOf(ProviderRef ref) {
    return charge(ref).sum(one -> one.status() == RefundStatus.SUCCEEDED);
  }

  /** Returns how a charge stands, without asking as the product does. */
  public synchronized ChargeOutcome stateOf(ProviderRef ref) {
    return charge(ref).outcome();
  }

  /** Returns the calls that reached the provider, by port method, the first first. */
  public synchronized List<String> calls() {
    return List.copyOf(calls);
  }
}
