package dev.stagedoor.domain.payments;

import static dev.stagedoor.domain.fixture.PaymentBuilder.aPayment;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.Samples.aRef;
import static dev.stagedoor.domain.fixture.Samples.aRefundId;
import static dev.stagedoor.domain.fixture.Samples.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.announcements.Announcement;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Money;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever a provider says, in any order and however often. */
class PaymentPropertyTest {
  private static final Money PRICE = usd(10);

  /** Something that happens to a payment; returns what was announced. */
  private interface Step {
    List<Announcement> happenTo(Payment payment);
  }

  @Provide
  Arbitrary<ChargeOutcome> outcomes() {
    return Arbitraries.oneOf(
        Arbitraries.of(0, 3, 7, 10).map(back -> new ChargeOutcome.Succeeded(PRICE, usd(back))),
        Arbitraries.of(true, false).map(ChargeOutcome.Pending::new),
        Arbitraries.of(DeclineReason.class)
            .map(reason -> new ChargeOutcome.Declined(new Decline(reason, reason.name()))),
        Arbitraries.create(ChargeOutcome.Cancelled::new),
        Arbitraries.create(() -> new ChargeOutcome.Unknown("lost")));
  }

  @Provide
  Arbitrary<Step> steps() {
    Arbitrary<RefundOutcome> refundOutcomes =
        Arbitraries.of(
            new RefundOutcome.Succeeded(aRef()),
            new RefundOutcome.Pending(aRef()),
            new RefundOutcome.Failed("failed"),
            new RefundOutcome.Unknown("lost"));
    Arbitrary<Step> told = outcomes().map(outcome -> payment -> payment.learn(outcome, NOW));
    Arbitrary<Step> refund =
        Arbitraries.longs().between(1, 10).map(minor -> payment -> ask(payment, usd(minor)));
    Arbitrary<Step> refundTold =
        refundOutcomes.flatMap(
            outcome ->
                Arbitraries.integers()
                    .between(0, 4)
                    .map(which -> payment -> tell(payment, which, outcome)));
    Arbitrary<Step> givenUp =
        Arbitraries.just(
            payment -> {
              payment.cancel();
              return List.of();
            });
    return Arbitraries.frequencyOf(
        Tuple.of(4, told), Tuple.of(3, refund), Tuple.of(4, refundTold), Tuple.of(1, givenUp));
  }

  private static List<Announcement> ask(Payment payment, Money amount) {
    try {
      payment.requestRefund(aRefundId(), amount, "asked", NOW);
    } catch (DomainException refused) {
      assertThat(refused.code())
          .isIn(PaymentError.NOT_REFUNDABLE, PaymentError.REFUND_EXCEEDS_PAYMENT);
    }
    return List.of();
  }

  private static List<Announcement> tell(Payment payment, int which, RefundOutcome outcome) {
    return which < payment.refunds().size()
        ? payment.learn(payment.refunds().get(which).id(), outcome, NOW)
        : List.of();
  }

  @Property
  void whatIsKnownNeverGetsWorse(@ForAll List<@From("steps") Step> history) {
    Payment payment = aPayment().of(PRICE).awaitingPayer().build();
    for (Step step : history) {
      Payment.Snapshot before = payment.snapshot();
      step.happenTo(payment);
      Payment.Snapshot after = payment.snapshot();

      assertThat(before.status() == after.status() || before.status().canBecome(after.status()))
          .as("%s to %s", before.status(), after.status())
          .isTrue();
      if (before.status().isPaid()) {
        assertThat(after.status().isPaid()).isTrue();
        assertThat(after.paidAt()).isEqualTo(before.paidAt());
      }
      assertThat(after.ref()).isEqualTo(before.ref());
      assertThat(after.amount()).isEqualTo(PRICE);
    }
  }

  @Property
  void refundsThatHaveNotFailedNeverExceedThePayment(@ForAll List<@From("steps") Step> history) {
    Payment payment = aPayment().of(PRICE).paid().build();
    for (Step step : history) {
      step.happenTo(payment);

      Money asked =
          payment.refunds().stream()
              .filter(Refund::counts)
              .map(Refund::amount)
              .reduce(usd(0), Money::plus);
      assertThat(PRICE.isAtLeast(asked)).as("%s of %s", asked, PRICE).isTrue();
      assertThat(payment.refundable().minor()).isBetween(0L, PRICE.minor());
    }
  }

  @Property
  void aSettledRefundStaysAsItIs(@ForAll List<@From("steps") Step> history) {
    Payment payment = aPayment().of(PRICE).paid().build();
    for (Step step : history) {
      List<Refund> before = payment.refunds();
      step.happenTo(payment);

      for (int i = 0; i < before.size(); i++) {
        RefundStatus was = before.get(i).status();
        if (was == RefundStatus.SUCCEEDED || was == RefundStatus.FAILED) {
          assertThat(payment.refunds().get(i)).isEqualTo(before.get(i));
        }
      }
    }
  }

  @Property
  void successIsAnnouncedExactlyOnceForAPaymentThatWasPaid(
      @ForAll List<@From("steps") Step> history) {
    Payment payment = aPayment().of(PRICE).awaitingPayer().build();
    List<Announcement> told = new ArrayList<>();
    history.forEach(step -> told.addAll(step.happenTo(payment)));

    assertThat(told.stream().filter(PaymentSucceeded.class::isInstance))
        .hasSize(payment.status().isPaid() ? 1 : 0);
    assertThat(
            told.stream()
                .filter(PaymentRefunded.class::isInstance)
                .filter(refunded -> ((PaymentRefunded) refunded).full()))
        .hasSize(payment.status() == PaymentStatus.REFUNDED ? 1 : 0);
  }

  @Property
  void anyOrderAndRepetitionOfTheSameNewsEndsAlike(
      @ForAll("outcomes") ChargeOutcome one,
      @ForAll("outcomes") ChargeOutcome two,
      @ForAll("outcomes") ChargeOutcome three,
      @ForAll("shuffles") List<Integer> order) {
    List<ChargeOutcome> news = List.of(one, two, three);
    Payment payment = aPayment().of(PRICE).awaitingPayer().build();
    order.forEach(which -> payment.learn(news.get(which), NOW));

    long mostGivenBack =
        news.stream()
            .filter(ChargeOutcome.Succeeded.class::isInstance)
            .mapToLong(outcome -> ((ChargeOutcome.Succeeded) outcome).refunded().minor())
            .max()
            .orElse(-1);
    if (mostGivenBack < 0) {
      assertThat(payment.status().isPaid()).isFalse();
    } else if (mostGivenBack == 0) {
      assertThat(payment.status()).isEqualTo(PaymentStatus.SUCCEEDED);
    } else if (mostGivenBack < PRICE.minor()) {
      assertThat(payment.status()).isEqualTo(PaymentStatus.PARTIALLY_REFUNDED);
    } else {
      assertThat(payment.status()).isEqualTo(PaymentStatus.REFUNDED);
    }
  }

  /** Orders of three news in which each is told once or twice. */
  @Provide
  Arbitrary<List<Integer>> shuffles() {
    return Arbitraries.shuffle(0, 1, 2, 0, 1, 2)
        .flatMap(
            order ->
                Arbitraries.shuffle(0, 1, 2)
                    .map(
                        first -> {
                          List<Integer> told = new ArrayList<>(first);
                          told.addAll(order.subList(0, 3));
                          return told;
                        }));
  }
}
