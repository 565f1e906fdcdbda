package dev.stagedoor.application.memorials;

import static dev.stagedoor.domain.fixture.BookingBuilder.choosing;
import static dev.stagedoor.domain.fixture.Samples.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.memorials.Tier;
import dev.stagedoor.domain.payments.ChargeOutcome;
import dev.stagedoor.domain.payments.Payment;
import dev.stagedoor.domain.payments.PaymentEvent;
import dev.stagedoor.domain.payments.ProviderRefund;
import dev.stagedoor.domain.payments.Refund;
import dev.stagedoor.domain.payments.RefundStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/**
 * Saving, paying, paying late, giving up and refunding, in any order, with answers that get lost.
 */
class BookingSettlementPropertyTest {
  /** What may happen next; {@code which} picks a payment or an amount. */
  private enum Step {
    CHOOSE_RECORD((run, which) -> run.choose(Tier.RECORD)),
    CHOOSE_LIVE((run, which) -> run.choose(Tier.LIVE)),
    CHOOSE_LEGACY((run, which) -> run.choose(Tier.LEGACY)),
    ASK_TO_PAY((run, which) -> run.askToPay()),
    PAYER_PAYS(Run::payerPays),
    PAYER_PAYS_LESS(Run::payerPaysLess),
    PAYER_PAYS_MORE(Run::payerPaysMore),
    BANK_THINKS(Run::bankThinks),
    DECLINE(Run::decline),
    RUN_OUT(Run::runOut),
    ADMIN_REFUNDS(Run::adminRefunds),
    REFUND_ELSEWHERE(Run::refundElsewhere),
    WEBHOOK(Run::webhook),
    LOSE_ANSWER((run, which) -> run.house.payments().loseNextAnswer()),
    DELAY_REFUND((run, which) -> run.house.payments().delayNextRefund()),
    JOBS((run, which) -> run.house.runJobs()),
    TIME_PASSES((run, which) -> run.house.later(Duration.ofMinutes(5L * which)));

    private final BiConsumer<Run, Integer> what;

    Step(BiConsumer<Run, Integer> what) {
      this.what = what;
    }
  }

  /** One booking, and all that happens to it. */
  private static final class Run {
    private final InMemoryStagedoor house = new InMemoryStagedoor();
    private final InMemoryStagedoor.Family family = house.aFamily();

    private BookingService bookings() {
      return house.stagedoor().bookings();
    }

    private ScheduleView schedule() {
      return bookings().schedule(family.actor(), family.memorial());
    }

    private void choose(Tier tier) {
      bookings()
          .save(
              family.actor(),
              family.memorial(),
              BookingService.Edit.choosing(choosing(tier), schedule().version()));
    }

    private void askToPay() {
      bookings().pay(family.actor(), family.memorial(), Optional.empty());
    }

    private Optional<ProviderRef> charge(int which) {
      List<Payment> all = house.allPayments();
      return all.isEmpty() ? Optional.empty() : all.get(which % all.size()).ref();
    }

    /** Finds a charge that a payer can still pay at the provider, whatever we think of it. */
    private Optional<ProviderRef> payable(int which) {
      return charge(which).filter(ref -> !isOver(ref));
    }

    private boolean isOver(ProviderRef ref) {
      ChargeOutcome outcome = truth(ref);
      return outcome instanceof ChargeOutcome.Succeeded
          || outcome instanceof ChargeOutcome.Cancelled;
    }

    private ChargeOutcome truth(ProviderRef ref) {
      return house.payments().stateOf(ref);
    }

    private void payerPays(int which) {
      payable(which).ifPresent(house.payments()::pay);
    }

    private void payerPaysLess(int which) {
      payable(which).ifPresent(ref -> house.payments().pay(ref, usd(100)));
    }

    private void payerPaysMore(int which) {
      payable(which).ifPresent(ref -> house.payments().pay(ref, usd(300_000)));
    }

    private void bankThinks(int which) {
      payable(which).ifPresent(house.payments()::startPaying);
    }

    private void decline(int which) {
      payable(which).ifPresent(ref -> house.payments().decline(ref, "card_declined"));
    }

    private void runOut(int which) {
      payable(which).ifPresent(house.payments()::expire);
    }

    private void adminRefunds(int which) {
      List<Payment> all = house.allPayments();
      if (!all.isEmpty()) {
        house
            .stagedoor()
            .refunds()
            .refund(
                house.admin().actor(),
                all.get(which % all.size()).id(),
                Optional.of(usd(10_000)),
                "asked",
                Optional.empty());
      }
    }

    private void refundElsewhere(int which) {
      charge(which)
          .filter(ref -> held(ref).isAtLeast(usd(5_000)))
          .ifPresent(ref -> house.payments().refundElsewhere(ref, usd(5_000)));
    }

    private void webhook(int which) {
      charge(which)
          .ifPresent(
              ref ->
                  house.deliver(
                      house
                          .webhooks()
                          .delivery(new PaymentEvent.ChargeChanged(ref, Optional.empty()))));
    }

    /** Returns what the provider holds of a charge and has promised to nobody. */
    private Money held(ProviderRef ref) {
      if (truth(ref) instanceof ChargeOutcome.Succeeded paid) {
        return paid.refunds().stream()
            .filter(refund -> refund.status() != RefundStatus.FAILED)
            .map(ProviderRefund::amount)
            .reduce(paid.captured(), Money::minus);
      }
      return usd(0);
    }

    private void happen(Step step, int which) {
      try {
        step.what.accept(this, which);
      } catch (DomainException | ProviderException refused) {
        // Refusals and lost answers are part of the game; what they leave behind is checked.
        assertThat(refused).isNotNull();
      }
    }

    private void settle() {
      for (int i = 0; i < 10; i++) {
        house.allPayments().stream()
            .flatMap(payment -> payment.ref().stream())
            .forEach(house.payments()::finishRefunds);
        house.later(Duration.ofMinutes(11));
        for (int which = 0; which < house.allPayments().size(); which++) {
          webhook(which);
        }
        house.runJobs();
      }
    }

    /** Returns what went back because somebody wanted it, not because it was too much. */
    private Money givenBack() {
      return house.allPayments().stream()
          .flatMap(payment -> payment.refunds().stream())
          .filter(refund -> refund.status() == RefundStatus.SUCCEEDED)
          .filter(refund -> refund.origin() != Refund.Origin.SURPLUS)
          .map(Refund::amount)
          .reduce(usd(0), Money::plus);
    }

    private Money heldInAll() {
      return house.allPayments().stream()
          .flatMap(payment -> payment.ref().stream())
          .map(this::held)
          .reduce(usd(0), Money::plus);
    }
  }

  @Property(tries = 300)
  void whateverHappensTheBookingHoldsWhatTheProviderHoldsAndNeverSilentlyTooMuch(
      @ForAll @Size(max = 25) List<Step> steps,
      @ForAll @Size(25) List<@IntRange(max = 3) Integer> which) {
    Run run = new Run();
    for (int i = 0; i < steps.size(); i++) {
      run.happen(steps.get(i), which.get(i));
    }
    run.settle();

    ScheduleView end = run.schedule();
    assertThat(end.paid()).as("what the provider holds").isEqualTo(run.heldInAll());
    assertThat(end.surplus()).as("paid too much").isEqualTo(usd(0));
    Money accounted = end.paid().plus(end.balance());
    if (end.paid().isZero()) {
      assertThat(end.balance()).as("all of it is owed").isEqualTo(end.total());
    } else if (end.balance().isPositive()) {
      assertThat(end.total().isAtLeast(accounted)).as("never more is owed").isTrue();
      assertThat(accounted.plus(run.givenBack()).isAtLeast(end.total()))
          .as("the rest is owed, but for what somebody gave back of the price")
          .isTrue();
    } else {
      assertThat(end.paid().plus(run.givenBack()).isAtLeast(end.total()))
          .as("nothing is owed but what somebody gave back")
          .isTrue();
    }
    assertThat(end.bookingStatus().equals("paid"))
        .as("paid means that nothing is owed")
        .isEqualTo(end.paid().isPositive() && end.balance().isZero());
  }
}
