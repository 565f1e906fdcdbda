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
import dev.stagedoor.domain.kernel.ProviderRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.Size;

/** Whatever a provider says, in any order and however often. */
class PaymentPropertyTest {
  private static final Money PRICE = usd(10);
  private static final List<ProviderRef> ELSEWHERE = List.of(aRef(), aRef(), aRef());

  /** Something that happens to a payment; returns what was announced. */
  private interface Step {
    List<Announcement> happenTo(Payment payment);
  }

  /** Some of three refunds that somebody made at the provider, each at some stage. */
  private static Arbitrary<List<ProviderRefund>> listed() {
    return Arbitraries.of(RefundStatus.class)
        .list()
        .ofSize(ELSEWHERE.size())
        .map(
            stages ->
                IntStream.range(0, stages.size())
                    .filter(i -> stages.get(i) != RefundStatus.REQUESTED)
                    .mapToObj(
                        i ->
                            new ProviderRefund(
                                ELSEWHERE.get(i), usd(1 + i), stages.get(i), Optional.empty()))
                    .toList());
  }

  @Provide
  Arbitrary<ChargeOutcome> outcomes() {
    return Arbitraries.oneOf(
        listed().map(refunds -> new ChargeOutcome.Succeeded(PRICE, refunds)),
        Arbitraries.of(true, false).map(ChargeOutcome.Pending::new),
        Arbitraries.of(DeclineReason.class)
            .map(reason -> new ChargeOutcome.Declined(new Decline(reason, reason.name()))),
        Arbitraries.create(ChargeOutcome.Cancelled::new),
        Arbitraries.create(() -> new ChargeOutcome.Unknown("lost")));
  }

  @Provide
  Arbitrary<Step> steps() {
    Arbitrary<Function<ProviderRef, RefundOutcome>> refundOutcomes =
        Arbitraries.of(
            RefundOutcome.Succeeded::new,
            RefundOutcome.Pending::new,
            ref -> new RefundOutcome.Failed("refused"),
            ref -> new RefundOutcome.Failed("failed", Optional.of(ref)),
            ref -> new RefundOutcome.Unknown("lost"));
    Arbitrary<Step> told = outcomes().map(outcome -> payment -> payment.learn(outcome, NOW));
    Arbitrary<Step> refund =
        Arbitraries.longs().between(1, 10).map(minor -> payment -> ask(payment, usd(minor)));
    Arbitrary<Step> refundTold =
        refundOutcomes.flatMap(
            outcome ->
                Arbitraries.integers()
                    .between(0, 4)
                    .map(which -> payment -> tell(payment, which, outcome)));
    Arbitrary<Step> givenUp = Arbitraries.just(Payment::cancel);
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

  /** Tells of one of our refunds; a provider that refused one keeps its word. */
  private static List<Announcement> tell(
      Payment payment, int which, Function<ProviderRef, RefundOutcome> outcome) {
    List<Refund> ours =
        payment.refunds().stream()
            .filter(refund -> refund.origin() == Refund.Origin.ASKED)
            .filter(refund -> refund.counts() || refund.ref().isPresent())
            .toList();
    if (which >= ours.size()) {
      return List.of();
    }
    RefundId id = ours.get(which).id();
    ProviderRef ref = new ProviderRef(payment.provider(), "of-" + id);
    return payment.learn(id, outcome.apply(ref), NOW);
  }

  @Property
  void whatIsKnownNeverGetsWorse(@ForAll @Size(max = 40) List<@From("steps") Step> history) {
    Payment payment = aPayment().of(PRICE).awaitingPayer().build();
    for (Step step : history) {
      PaymentSnapshot before = payment.snapshot();
      step.happenTo(payment);
      PaymentSnapshot after = payment.snapshot();

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
  void whatWeAskToRefundNeverExceedsWhatWasTaken(
      @ForAll @Size(max = 40) List<@From("steps") Step> history) {
    Payment payment = aPayment().of(PRICE).paid().build();
    for (Step step : history) {
      step.happenTo(payment);

      Money asked =
          payment.refunds().stream()
              .filter(refund -> refund.origin() == Refund.Origin.ASKED)
              .filter(Refund::counts)
              .map(Refund::amount)
              .reduce(usd(0), Money::plus);
      assertThat(PRICE.isAtLeast(asked)).as("%s of %s", asked, PRICE).isTrue();
      assertThat(payment.refundable().minor()).isBetween(0L, PRICE.minor());
      assertThat(payment.kept()).isEqualTo(PRICE.minus(payment.refunded()));
    }
  }

  @Property
  void aRefundIsNeverLostAndOnlyMovesForward(
      @ForAll @Size(max = 40) List<@From("steps") Step> history) {
    Payment payment = aPayment().of(PRICE).paid().build();
    for (Step step : history) {
      List<Refund> before = payment.refunds();
      step.happenTo(payment);

      for (Refund was : before) {
        Refund is =
            payment.refunds().stream()
                .filter(refund -> refund.id().equals(was.id()))
                .findFirst()
                .orElseThrow();
        assertThat(is.status()).isGreaterThanOrEqualTo(was.status());
      }
    }
  }

  @Property
  void everyChangeOfWhatWentBackIsAnnounced(
      @ForAll @Size(max = 40) List<@From("steps") Step> history) {
    Payment payment = aPayment().of(PRICE).paid().build();
    Money told = usd(0);
    for (Step step : history) {
      for (Announcement news : step.happenTo(payment)) {
        if (news instanceof PaymentRefunded refunded) {
          assertThat(refunded.refunded()).isNotEqualTo(told);
          told = refunded.refunded();
        }
      }
      assertThat(payment.refunded()).isEqualTo(told);
    }
  }

  @Property
  void successIsAnnouncedExactlyOnceForAPaymentThatWasPaid(
      @ForAll @Size(max = 40) List<@From("steps") Step> history) {
    Payment payment = aPayment().of(PRICE).awaitingPayer().build();
    List<Announcement> told = new ArrayList<>();
    history.forEach(step -> told.addAll(step.happenTo(payment)));

    assertThat(told.stream().filter(PaymentSucceeded.class::isInstance))
        .hasSize(payment.status().isPaid() ? 1 : 0);
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

    Payment inOrder = aPayment().of(PRICE).awaitingPayer().build();
    news.forEach(outcome -> inOrder.learn(outcome, NOW));
    assertThat(payment.status().isPaid()).isEqualTo(inOrder.status().isPaid());
    assertThat(payment.refunded()).isEqualTo(inOrder.refunded());
    assertThat(payment.refunds())
        .usingRecursiveFieldByFieldElementComparator()
        .containsExactlyInAnyOrderElementsOf(inOrder.refunds());
    if (payment.status().isPaid()) {
      assertThat(payment.status()).isEqualTo(inOrder.status());
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
