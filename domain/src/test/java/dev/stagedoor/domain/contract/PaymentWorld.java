package dev.stagedoor.domain.contract;

import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.payments.DeclineReason;
import dev.stagedoor.domain.payments.PaymentId;

/** The far side of a payment provider, as a test arranges it and looks at it. */
public interface PaymentWorld extends FailingFarSide {
  /** Returns an amount in a currency the provider does not take. */
  Money inexpressible();

  /** Lets the payer pay; the money is taken. */
  void pay(ProviderRef charge);

  /** Lets the provider take another amount than was asked for. */
  void pay(ProviderRef charge, Money instead);

  /** Has somebody refund part of a charge at the provider, past us. */
  void refundElsewhere(ProviderRef charge, Money part);

  /** Lets the next refund be taken and not finished; {@link #finishRefunds} finishes it. */
  void delayNextRefund();

  /** Finishes the refunds of a charge that wait. */
  void finishRefunds(ProviderRef charge);

  /** Lets the refunds of a charge that succeeded fail after all. */
  void failRefunds(ProviderRef charge);

  /** Lets the payer act, and the bank keep silent. */
  void startPaying(ProviderRef charge);

  /** Makes a charge stand in a way nobody has heard of. */
  void standStrangely(ProviderRef charge);

  /** Lets an attempt of the payer fail with this code of the provider. */
  void decline(ProviderRef charge, String providerCode);

  /** Returns the provider's code for a reason; never asked for {@code OTHER}. */
  String codeFor(DeclineReason reason);

  /** Lets the provider do the next thing it is asked, and its answer get lost. */
  void loseNextAnswer();

  /** Makes the provider unreachable, or reachable again. */
  void setDown(boolean down);

  /** Counts the charges the provider holds for a payment. */
  int chargesOf(PaymentId payment);

  /** Returns what went back of a charge and stayed there. */
  Money refundedOf(ProviderRef charge);
}
