package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.contract.PaymentWorld;
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
import dev.stagedoor.domain.payments.PaymentId;
import dev.stagedoor.domain.payments.PaymentProvider;
import dev.stagedoor.domain.payments.RefundOutcome;
import dev.stagedoor.domain.payments.RefundRequest;
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
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A payment provider in memory, both sides of it: the ports, and the world a test arranges. Takes
 * USD, EUR and JPY.
 */
public final class FakePayments implements Checkouts, PaymentLookup, Refunds, PaymentWorld {
  private static final Set<Currency> CURRENCIES =
      Stream.of("USD", "EUR", "JPY").map(Currency::getInstance).collect(Collectors.toSet());

  private final ProviderId id;
  private final Map<IdempotencyKey, Charge> byKey = new LinkedHashMap<>();
  private final Map<ProviderRef, Charge> byRef = new LinkedHashMap<>();
  private final Map<IdempotencyKey, RefundOutcome> refunds = new LinkedHashMap<>();
  private final List<String> calls = new ArrayList<>();
  private boolean down;
  private boolean losesNextAnswer;

  /** One charge on the far side. */
  private static final class Charge {
    private final CheckoutRequest request;
    private final ProviderRef ref;
    private ChargeOutcome state = new ChargeOutcome.Pending(false);
    private Money refunded;

    private Charge(CheckoutRequest request, ProviderRef ref) {
      this.request = request;
      this.ref = ref;
      this.refunded = Money.zero(request.amount().currency());
    }

    private boolean isPaid() {
      return state instanceof ChargeOutcome.Succeeded;
    }

    private ChargeOutcome outcome() {
      return isPaid() ? new ChargeOutcome.Succeeded(request.amount(), refunded) : state;
    }
  }

  /** The answer was lost on its way. */
  private static final class LostAnswer extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  public FakePayments() {
    this("fake");
  }

  public FakePayments(String provider) {
    this.id = new ProviderId(provider);
  }

  /** Returns this provider as the registry takes it. */
  public PaymentProvider provider() {
    return new PaymentProvider(id, CURRENCIES, this, this, Optional.of(this));
  }

  @Override
  public synchronized CheckoutOutcome open(CheckoutRequest request) {
    try {
      return call("open", () -> prepare(request));
    } catch (LostAnswer lost) {
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
            key -> new Charge(request, new ProviderRef(id, "charge-" + (byKey.size() + 1))));
    byRef.put(charge.ref, charge);
    return new CheckoutOutcome.Opened(
        charge.ref, Secret.of(charge.ref.value() + "-client-secret"), Optional.of("pk_fake"));
  }

  @Override
  public synchronized void cancel(ProviderRef ref) {
    call(
        "cancel",
        () -> {
          Charge charge = byRef.get(ref);
          if (charge != null && !charge.isPaid() && !isProcessing(charge)) {
            charge.state = new ChargeOutcome.Cancelled();
          }
          return Boolean.TRUE;
        });
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
    } catch (LostAnswer | ProviderException problem) {
      return new ChargeOutcome.Unknown("no answer");
    }
  }

  @Override
  public synchronized RefundOutcome refund(RefundRequest request) {
    try {
      return call("refund", () -> refunds.computeIfAbsent(request.key(), key -> giveBack(request)));
    } catch (LostAnswer lost) {
      return new RefundOutcome.Unknown("the answer was lost");
    }
  }

  private RefundOutcome giveBack(RefundRequest request) {
    Charge charge = byRef.get(request.charge());
    if (charge == null || !charge.isPaid()) {
      return new RefundOutcome.Failed("charge_not_paid");
    }
    Money left = charge.request.amount().minus(charge.refunded);
    if (!left.isAtLeast(request.amount())) {
      return new RefundOutcome.Failed("amount_too_large");
    }
    charge.refunded = charge.refunded.plus(request.amount());
    return new RefundOutcome.Succeeded(new ProviderRef(id, "refund-" + (refunds.size() + 1)));
  }

  @Override
  public synchronized RefundOutcome find(RefundRequest request) {
    try {
      return call(
          "findRefund",
          () ->
              refunds.getOrDefault(
                  request.key(), new RefundOutcome.Unknown("no refund under this key")));
    } catch (LostAnswer lost) {
      return new RefundOutcome.Unknown("the answer was lost");
    }
  }

  private <T> T call(String what, Supplier<T> work) {
    if (down) {
      throw new ProviderException(id, ProviderException.Kind.UNAVAILABLE, "unreachable");
    }
    calls.add(what);
    T answer = work.get();
    if (losesNextAnswer) {
      losesNextAnswer = false;
      throw new LostAnswer();
    }
    return answer;
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
    Charge charge = charge(ref);
    charge.state = new ChargeOutcome.Succeeded(charge.request.amount(), charge.refunded);
  }

  @Override
  public synchronized void startPaying(ProviderRef ref) {
    charge(ref).state = new ChargeOutcome.Pending(true);
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
    losesNextAnswer = true;
  }

  @Override
  public synchronized void setDown(boolean down) {
    this.down = down;
  }

  @Override
  public synchronized int chargesOf(PaymentId payment) {
    return (int)
        byKey.values().stream().filter(charge -> charge.request.payment().equals(payment)).count();
  }

  @Override
  public synchronized Money refundedOf(ProviderRef ref) {
    return charge(ref).refunded;
  }

  /** Returns the calls that reached the provider, by port method, the first first. */
  public synchronized List<String> calls() {
    return List.copyOf(calls);
  }
}
