package dev.stagedoor.domain.courses;

import static dev.stagedoor.domain.contract.RepositoryContract.assertRefused;
import static dev.stagedoor.domain.fixture.CourseSamples.aCourseId;
import static dev.stagedoor.domain.fixture.CourseSamples.aPurchase;
import static dev.stagedoor.domain.fixture.CourseSamples.aPurchaseId;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.Samples.aPaymentId;
import static dev.stagedoor.domain.fixture.Samples.aSubject;
import static dev.stagedoor.domain.fixture.Samples.aUserId;
import static dev.stagedoor.domain.fixture.Samples.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.payments.PaymentError;
import dev.stagedoor.domain.payments.PaymentId;
import org.junit.jupiter.api.Test;

class PurchaseTest {
  private final Purchase purchase = aPurchase(aCourseId(), aUserId());
  private final PaymentId payment = aPaymentId();

  @Test
  void thereIsNothingToBuyThatCostsNothing() {
    assertRefused(
        PaymentError.NOTHING_TO_PAY,
        () -> Purchase.open(aPurchaseId(), aCourseId(), aUserId(), usd(0), NOW));
  }

  @Test
  void anOpenPurchaseGoesWithThePriceAndItsLastPayment() {
    purchase.reprice(usd(100));
    purchase.awaitPayment(aPaymentId());
    purchase.awaitPayment(payment);

    assertThat(purchase.price()).isEqualTo(usd(100));
    assertThat(purchase.payment()).contains(payment);
    assertThat(purchase.due()).isEmpty();
  }

  @Test
  void lessThanThePriceDoesNotPayForIt() {
    purchase.received(payment, usd(4_998), usd(4_998), NOW);

    assertThat(purchase.status()).isEqualTo(Purchase.Status.OPEN);
    assertThat(purchase.kept()).isEqualTo(usd(4_998));
    assertThat(purchase.due()).isEmpty();
    assertThat(purchase.surplus()).isEqualTo(usd(0));
  }

  @Test
  void thePaymentThatCoversThePriceEnrollsAndPriceAndPaymentStay() {
    purchase.awaitPayment(aPaymentId());
    purchase.received(payment, usd(4_999), usd(4_999), NOW.plusSeconds(1));
    purchase.reprice(usd(1));
    purchase.awaitPayment(aPaymentId());
    purchase.received(aPaymentId(), usd(4_999), usd(4_999), NOW.plusSeconds(2));

    assertThat(purchase.status()).isEqualTo(Purchase.Status.PAID);
    assertThat(purchase.payment()).contains(payment);
    assertThat(purchase.paidAt()).contains(NOW.plusSeconds(1));
    assertThat(purchase.price()).isEqualTo(usd(4_999));
    assertThat(purchase.due()).contains(Purchase.Grant.ENROLLED);
    purchase.granted(Purchase.Grant.ENROLLED);
    assertThat(purchase.due()).isEmpty();
  }

  @Test
  void whatWasPaidTwiceIsTooMuch() {
    purchase.received(payment, usd(4_999), usd(4_999), NOW);
    purchase.received(aPaymentId(), usd(9_998), usd(9_998), NOW);

    assertThat(purchase.surplus()).isEqualTo(usd(4_999));
    assertThat(purchase.payment()).contains(payment);
  }

  @Test
  void aPartThatWentBackKeepsTheEnrollment() {
    purchase.received(payment, usd(4_999), usd(4_999), NOW);
    purchase.granted(Purchase.Grant.ENROLLED);
    purchase.received(payment, usd(4_999), usd(1), NOW);

    assertThat(purchase.status()).isEqualTo(Purchase.Status.PAID);
    assertThat(purchase.due()).isEmpty();
    assertThat(purchase.surplus()).isEqualTo(usd(0));
  }

  @Test
  void whenAllWentBackWhatWasGrantedIsTakenBackAndWhenItComesAgainSoDoesThat() {
    purchase.received(payment, usd(4_999), usd(4_999), NOW);
    purchase.granted(Purchase.Grant.ENROLLED);
    purchase.received(payment, usd(4_999), usd(0), NOW);

    assertThat(purchase.status()).isEqualTo(Purchase.Status.REFUNDED);
    assertThat(purchase.due()).contains(Purchase.Grant.WITHDRAWN);
    purchase.granted(Purchase.Grant.WITHDRAWN);
    assertThat(purchase.due()).isEmpty();

    purchase.received(payment, usd(4_999), usd(4_999), NOW);
    assertThat(purchase.status()).isEqualTo(Purchase.Status.PAID);
    assertThat(purchase.due()).contains(Purchase.Grant.ENROLLED);
  }

  @Test
  void whatWentBackBeforeAnybodyHeardOfItEnrollsNobody() {
    purchase.received(payment, usd(4_999), usd(0), NOW);

    assertThat(purchase.status()).isEqualTo(Purchase.Status.REFUNDED);
    assertThat(purchase.due()).contains(Purchase.Grant.WITHDRAWN);
  }

  @Test
  void itsSubjectNamesItAndNothingElse() {
    assertThat(Purchase.of(Purchase.subject(purchase.id()))).contains(purchase.id());
    assertThat(Purchase.of(aSubject())).isEmpty();
  }
}
