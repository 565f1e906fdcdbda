package dev.stagedoor.application.courses;

import static dev.stagedoor.application.courses.CourseSale.OTHER;
import static dev.stagedoor.application.courses.CourseSale.PRICE;
import static dev.stagedoor.domain.fixture.Samples.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.application.fake.InMemoryUnitOfWork;
import dev.stagedoor.application.payments.OpenedCheckout;
import dev.stagedoor.domain.courses.Enrollment;
import dev.stagedoor.domain.courses.Purchase;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.payments.ChargeOutcome;
import dev.stagedoor.domain.payments.Payment;
import dev.stagedoor.domain.payments.ProviderRefund;
import dev.stagedoor.domain.payments.RefundStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Buying, paying, verifying, webhooks and refunds, in any order, any number of times. */
class PurchasePropertyTest {
  /** What may happen next; {@code which} picks a payment, a call or an amount. */
  private enum Step {
    PAY((run, which) -> run.sale.pay()),
    PAY_ELSEWHERE((run, which) -> run.sale.pay(Optional.of(OTHER))),
    REPRICE((run, which) -> run.reprice(which)),
    STUDENT_PAYS(Run::studentPays),
    STUDENT_PAYS_LESS(Run::studentPaysLess),
    DECLINE(Run::decline),
    RUN_OUT(Run::runOut),
    VERIFY(Run::verify),
    VERIFY_AGAIN(Run::verify),
    WEBHOOK(Run::webhook),
    WEBHOOK_AGAIN(Run::webhook),
    REFUND_ALL((run, which) -> run.refund(which, Optional.empty())),
    REFUND_PART((run, which) -> run.refund(which, Optional.of(usd(1_700)))),
    REFUND_ELSEWHERE(Run::refundElsewhere),
    REFUNDS_FAIL(Run::refundsFail),
    LOSE_ANSWER((run, which) -> run.sale.house.payments().loseNextAnswer()),
    DELAY_REFUND((run, which) -> run.sale.house.payments().delayNextRefund()),
    DIE_BEFORE((run, which) -> run.dieAt(which, true)),
    DIE_AFTER((run, which) -> run.dieAt(which, false)),
    LOOK(Run::look),
    JOBS((run, which) -> run.sale.house.runJobs()),
    TIME_PASSES((run, which) -> run.sale.house.later(Duration.ofMinutes(7L * which)));

    private final BiConsumer<Run, Integer> what;

    Step(BiConsumer<Run, Integer> what) {
      this.what = what;
    }
  }

  private static final List<String> CALLS =
      List.of(
          "EnrollmentDesk.complete",
          "EnrollmentDesk.drop",
          "EnrollmentDesk.reinstate",
          "Refunds.refund",
          "PaymentLookup.find",
          "Checkouts.open");

  /** One student who wants one course, and all that happens to them. */
  private static final class Run {
    private final CourseSale sale;

    Run(boolean enrollsElsewhere) {
      sale = enrollsElsewhere ? new CourseSale() : new CourseSale(new InMemoryStagedoor());
    }

    private Optional<Payment> payment(int which) {
      List<Payment> all = sale.payments();
      return all.isEmpty() ? Optional.empty() : Optional.of(all.get(which % all.size()));
    }

    private Optional<ProviderRef> charge(int which) {
      return payment(which).flatMap(Payment::ref);
    }

    /** Finds a charge that can still be paid at the provider, whatever we think of it. */
    private Optional<ProviderRef> payable(int which) {
      return charge(which)
          .filter(
              ref ->
                  !(truth(ref) instanceof ChargeOutcome.Succeeded)
                      && !(truth(ref) instanceof ChargeOutcome.Cancelled));
    }

    private ChargeOutcome truth(ProviderRef ref) {
      return sale.provider(ref).stateOf(ref);
    }

    private void reprice(int which) {
      sale.change(sale.course, Optional.of(PRICE.plus(usd(1_000L * which))), Optional.empty());
    }

    private void studentPays(int which) {
      payable(which).ifPresent(ref -> sale.provider(ref).pay(ref));
    }

    private void studentPaysLess(int which) {
      payable(which).ifPresent(ref -> sale.provider(ref).pay(ref, usd(500)));
    }

    private void decline(int which) {
      payable(which).ifPresent(ref -> sale.provider(ref).decline(ref, "card_declined"));
    }

    private void runOut(int which) {
      payable(which).ifPresent(ref -> sale.provider(ref).expire(ref));
    }

    private void verify(int which) {
      payment(which).ifPresent(one -> sale.coursePayments().verify(sale.student, one.id()));
    }

    private void look(int which) {
      payment(which).ifPresent(one -> sale.house.stagedoor().reconciler().reconcile(one.id()));
    }

    private void webhook(int which) {
      charge(which).filter(this::tells).ifPresent(sale::webhook);
    }

    private boolean tells(ProviderRef ref) {
      return !ref.provider().equals(OTHER);
    }

    private void refund(int which, Optional<Money> amount) {
      payment(which)
          .ifPresent(
              one ->
                  sale.coursePayments()
                      .refund(sale.student, one.id(), amount, "asked", Optional.empty()));
    }

    private void refundElsewhere(int which) {
      charge(which)
          .filter(ref -> held(ref).isAtLeast(usd(900)))
          .ifPresent(ref -> sale.provider(ref).refundElsewhere(ref, usd(900)));
    }

    private void refundsFail(int which) {
      charge(which).ifPresent(ref -> sale.provider(ref).failRefunds(ref));
    }

    private void dieAt(int which, boolean before) {
      String call = CALLS.get(which % CALLS.size());
      if (before) {
        sale.house.wire().before(call, sale.house::crash);
      } else {
        sale.house.wire().after(call, sale.house::crash);
      }
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

    private Money heldOf(Purchase purchase) {
      return sale.payments().stream()
          .filter(payment -> payment.subject().equals(Purchase.subject(purchase.id())))
          .flatMap(payment -> payment.ref().stream())
          .map(this::held)
          .reduce(usd(0), Money::plus);
    }

    private void happen(Step step, int which) {
      try {
        step.what.accept(this, which);
      } catch (DomainException | ProviderException refused) {
        // Refusals and lost answers are part of the game; what they leave behind is checked.
        assertThat(refused).isNotNull();
      } catch (InMemoryUnitOfWork.Crash died) {
        sale.house.restart();
      }
    }

    private void settle() {
      for (int i = 0; i < 12; i++) {
        sale.payments().stream()
            .flatMap(payment -> payment.ref().stream())
            .forEach(ref -> sale.provider(ref).finishRefunds(ref));
        happen(Step.TIME_PASSES, 2);
        for (int which = 0; which < sale.payments().size(); which++) {
          happen(Step.WEBHOOK, which);
        }
        happen(Step.JOBS, 0);
      }
      // The provider that sends no webhooks is asked by whoever looks at a payment.
      for (int which = 0; which < sale.payments().size(); which++) {
        happen(Step.LOOK, which);
        happen(Step.LOOK, which);
        happen(Step.JOBS, 0);
      }
      happen(Step.TIME_PASSES, 2);
      happen(Step.JOBS, 0);
    }
  }

  @Property(tries = 400)
  void whateverHappensWhoeverHoldsACourseHasPaidForItAndNobodyPaysTwice(
      @ForAll @Size(max = 25) List<Step> steps,
      @ForAll @Size(25) List<@IntRange(max = 5) Integer> which,
      @ForAll boolean enrollsElsewhere) {
    Run run = new Run(enrollsElsewhere);
    for (int i = 0; i < steps.size(); i++) {
      run.happen(steps.get(i), which.get(i));
    }
    run.settle();

    List<Purchase> all = run.sale.allPurchases();
    boolean owns = false;
    for (Purchase purchase : all) {
      Money held = run.heldOf(purchase);
      assertThat(purchase.kept())
          .as("what the provider holds for %s", purchase.id())
          .isEqualTo(held);
      assertThat(purchase.due()).as("everything is granted").isEmpty();
      boolean isPaid = purchase.status() == Purchase.Status.PAID;
      assertThat(isPaid).isEqualTo(purchase.paidAt().isPresent() && held.isPositive());
      owns |= isPaid;
      boolean someoneMustLook =
          run.sale.payments().stream().anyMatch(payment -> !payment.attention().isEmpty());
      assertThat(purchase.surplus().isZero() || someoneMustLook)
          .as("a surplus goes back, or a person knows")
          .isTrue();
    }
    assertThat(all.stream().filter(one -> one.status() == Purchase.Status.OPEN).count())
        .as("open wishes")
        .isLessThanOrEqualTo(1);
    assertThat(run.sale.isEnrolled()).as("enrolled").isEqualTo(owns);
  }

  /** One paid purchase: only the news of it comes in every order and number. */
  @Property(tries = 200)
  void everyOrderOfVerifyWebhookAndJobsEnrollsOnce(
      @ForAll @Size(max = 12) List<@IntRange(max = 2) Integer> news) {
    CourseSale sale = new CourseSale();
    OpenedCheckout checkout = sale.pay();
    sale.paid(checkout);
    for (int one : news) {
      switch (one) {
        case 0 -> sale.coursePayments().verify(sale.student, checkout.payment());
        case 1 -> sale.webhook(checkout.charge());
        default -> sale.house.runJobs();
      }
    }
    sale.webhook(checkout.charge());
    sale.house.runJobs();

    List<Enrollment> places =
        sale.house.unitOfWork().read(() -> sale.house.courses().enrollments().all().toList());
    assertThat(places).singleElement().matches(Enrollment::isActive);
    assertThat(sale.purchase().kept()).isEqualTo(PRICE);
    assertThat(sale.house.monitoring().lines())
        .filteredOn(line -> line.startsWith("enrolled") || line.startsWith("payment"))
        .hasSize(2);
  }

  @Example
  void refundsThatAreAskedForAtOnceNeverExceedThePayment() throws Exception {
    CourseSale sale = new CourseSale();
    OpenedCheckout checkout = sale.pay();
    sale.paid(checkout);
    sale.coursePayments().verify(sale.student, checkout.payment());
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Boolean>> askers = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        askers.add(() -> isRefunded(sale, checkout));
      }
      int refunded = 0;
      for (Future<Boolean> answer : threads.invokeAll(askers)) {
        refunded += answer.get() ? 1 : 0;
      }

      assertThat(refunded).isEqualTo(4);
    } finally {
      threads.shutdownNow();
    }
    assertThat(sale.house.payments().refundedOf(checkout.charge())).isEqualTo(usd(4_800));
    assertThat(sale.purchase().kept()).isEqualTo(PRICE.minus(usd(4_800)));
    assertThat(sale.isEnrolled()).isTrue();
  }

  private static boolean isRefunded(CourseSale sale, OpenedCheckout checkout) {
    try {
      sale.coursePayments()
          .refund(
              sale.student, checkout.payment(), Optional.of(usd(1_200)), "asked", Optional.empty());
      return true;
    } catch (DomainException refused) {
      return false;
    }
  }
}
