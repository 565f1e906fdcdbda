package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.contract.ChargeCancellationContract;
import dev.stagedoor.domain.contract.CheckoutsContract;
import dev.stagedoor.domain.contract.EndingChargesWorld;
import dev.stagedoor.domain.contract.PaymentLookupContract;
import dev.stagedoor.domain.contract.RefundsContract;
import dev.stagedoor.domain.payments.port.Checkouts;
import dev.stagedoor.domain.payments.port.PaymentLookup;
import dev.stagedoor.domain.payments.port.Refunds;

class FakePaymentsTest
    implements CheckoutsContract,
        ChargeCancellationContract,
        PaymentLookupContract,
        RefundsContract {
  private final FakePayments payments = new FakePayments();

  @Override
  public Checkouts checkouts() {
    return payments;
  }

  @Override
  public PaymentLookup lookup() {
    return payments;
  }

  @Override
  public Refunds refunds() {
    return payments;
  }

  @Override
  public EndingChargesWorld world() {
    return payments;
  }
}
