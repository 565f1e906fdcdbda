package dev.stagedoor.application.tv;

import static dev.stagedoor.domain.tv.Entitlement.Source.GRACE;
import static dev.stagedoor.domain.tv.Entitlement.Source.NONE;
import static dev.stagedoor.domain.tv.Entitlement.Source.SUBSCRIPTION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.fake.InMemoryUnitOfWork;
import dev.stagedoor.application.jobs.JobView;
import dev.stagedoor.application.tv.LivingRoom.Viewer;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.subscriptions.Subscription;
import dev.stagedoor.domain.subscriptions.SubscriptionStatus;
import dev.stagedoor.domain.tv.Entitlement;
import dev.stagedoor.domain.webhooks.RawWebhook;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/**
 * What happens to subscriptions at the provider is told late, in any order, and more than once; the
 * end is what the provider says.
 */
class SubscriptionPropertyTest {
  /** What may happen next; {@code which} picks a subscription, a delivery or a time. */
  private enum Step {
    RENEW(Run::renew),
    FAIL(Run::fail),
    GIVE_UP((run, which) -> run.stand(which, SubscriptionStatus.UNPAID)),
    PAUSE((run, which) -> run.stand(which, SubscriptionStatus.PAUSED)),
    END((run, which) -> run.stand(which, SubscriptionStatus.ENDED)),
    CANCEL((run, which) -> run.cancel()),
    SUBSCRIBE_AGAIN((run, which) -> run.subscribe(which)),
    SUBSCRIBE_UNTOLD((run, which) -> run.pay(which)),
    LEAVE_THE_PAGE((run, which) -> run.leave(which)),
    DELIVER(Run::deliver),
    DELIVER_AND_KEEP(Run::deliverAndKeep),
    DELIVER_ACROSS_ANOTHER(Run::deliverAcross),
    LOSE_ANSWER((run, which) -> run.room.house.subscriptionProvider().loseNextAnswer()),
    DIE(Run::dieAtTheNextAnswer),
    WATCH((run, which) -> run.room.house.later(Duration.ofMinutes(which))),
    JOBS((run, which) -> run.room.house.runJobs()),
    HOURS_PASS((run, which) -> run.room.house.later(Duration.ofHours(which)));

    private final BiConsumer<Run, Integer> what;

    Step(BiConsumer<Run, Integer> what) {
      this.what = what;
    }
  }

  /** One viewer, what they have at the provider, and the deliveries that are on their way. */
  private static final class Run {
    private final LivingRoom room = new LivingRoom();
    private final Viewer john = room.watchedBefore();
    private final List<ProviderRef> all = new ArrayList<>();
    private final List<RawWebhook> underway = new ArrayList<>();
    private int pages;
    private int failures;

    Run() {
      subscribe(0);
    }

    private void subscribe(int which) {
      underway.add(room.news(pay(which)));
    }

    private ProviderRef pay(int which) {
      ProviderRef paid = room.pays(open(which));
      all.add(paid);
      return paid;
    }

    private void leave(int which) {
      room.house.subscriptionProvider().expire(open(which));
    }

    private URI open(int which) {
      String price = which % 2 == 0 ? LivingRoom.FAMILY : LivingRoom.BASIC;
      return room.opens(john, price, "key-" + pages++).page();
    }

    private SubscriptionStatus truth(ProviderRef ref) {
      return room.house.subscriptionProvider().standing(ref);
    }

    /** Picks one that is not over. */
    private Optional<ProviderRef> running(int which) {
      List<ProviderRef> running =
          all.stream().filter(ref -> truth(ref) != SubscriptionStatus.ENDED).toList();
      return running.isEmpty()
          ? Optional.empty()
          : Optional.of(running.get(which % running.size()));
    }

    private void renew(int which) {
      running(which)
          .ifPresent(
              ref -> {
                room.house.subscriptionProvider().endPeriod(ref);
                underway.add(room.news(ref));
              });
    }

    private void fail(int which) {
      running(which)
          .ifPresent(
              ref -> {
                failures++;
                room.house.subscriptionProvider().failNextPayment(ref);
                underway.add(room.failure(ref));
                underway.add(room.news(ref));
              });
    }

    private void stand(int which, SubscriptionStatus status) {
      running(which)
          .ifPresent(
              ref -> {
                failures++;
                room.house.subscriptionProvider().standAs(ref, status);
                underway.add(room.news(ref));
              });
    }

    private void cancel() {
      var unused =
          room.house.stagedoor().tvSubscriptions().cancel(john.actor(), ProfileChoice.none());
    }

    private void deliver(int which) {
      if (!underway.isEmpty()) {
        RawWebhook next = underway.get(which % underway.size());
        room.house.deliver(next);
        underway.remove(next);
      }
    }

    private void deliverAndKeep(int which) {
      if (!underway.isEmpty()) {
        room.house.deliver(underway.get(which % underway.size()));
      }
    }

    /** Has a newer answer be taken in between an answer and what is made of it. */
    private void deliverAcross(int which) {
      room.house
          .wire()
          .after(
              "Subscriptions.find",
              () -> {
                room.house.clock().advance(Duration.ofMillis(1));
                renew(which);
                deliver(underway.size() - 1);
              });
      deliver(which);
    }

    private void dieAtTheNextAnswer(int which) {
      String call = which % 2 == 0 ? "Subscriptions.find" : "SubscribePages.find";
      room.house.wire().after(call, room.house::crash);
    }

    /** Does a step, and lives on whatever comes of it. */
    private void take(Step step, int which) {
      room.house.clock().advance(Duration.ofMillis(1));
      try {
        step.what.accept(this, which);
      } catch (DomainException | ProviderException refused) {
        // Nobody can subscribe twice or cancel what is over, and answers get lost.
      } catch (InMemoryUnitOfWork.Crash died) {
        room.house.restart();
      }
    }

    /** Everything that is under way arrives, the last first, and what failed is tried again. */
    private void arriveAll() {
      room.house.subscriptionProvider().recover();
      for (int again = 0; again < 2; again++) {
        settle();
        while (!underway.isEmpty()) {
          take(Step.DELIVER, underway.size() - 1);
        }
      }
      settle();
    }

    /** What nobody ever tells is found out by asking. */
    private void settle() {
      take(Step.WATCH, 6 * 60);
      for (int minutes = 0; minutes < 5; minutes++) {
        take(Step.WATCH, 1);
      }
    }

    private List<JobView> failingJobs() {
      return room.house
          .unitOfWork()
          .read(() -> room.house.jobs().list(true, PageRequest.first()).items());
    }

    /** Tells whether the grace after what the provider says is paid is not over. */
    private boolean isConfirmed(ProviderRef ref) {
      return room.house
          .clock()
          .instant()
          .isBefore(kept(ref).paidUntil().orElseThrow().plus(Duration.ofDays(7)));
    }

    private Subscription kept(ProviderRef ref) {
      return room.kept(john).stream()
          .filter(one -> one.ref().equals(Optional.of(ref)))
          .findFirst()
          .orElseThrow();
    }
  }

  @Property(tries = 150)
  void theEndIsWhatTheProviderSays(
      @ForAll @Size(max = 25) List<Step> steps, @ForAll @IntRange(max = 30) int which) {
    Run run = new Run();
    for (int index = 0; index < steps.size(); index++) {
      run.take(steps.get(index), which + index);
    }

    run.arriveAll();

    for (ProviderRef ref : run.all) {
      assertThat(run.kept(ref).status()).isEqualTo(run.truth(ref));
    }
    assertThat(run.all.stream().filter(ref -> run.truth(ref) != SubscriptionStatus.ENDED).count())
        .as("of two that run one is ended")
        .isLessThanOrEqualTo(1);
    assertThat(run.room.source(run.john)).isIn(expected(run));
    assertThat(run.room.kept(run.john))
        .as("pages that nobody paid on are over")
        .filteredOn(one -> one.page().isPresent())
        .noneMatch(one -> one.status() == SubscriptionStatus.INCOMPLETE);
    List<String> mails = run.room.mails(run.john);
    assertThat(mails.stream().filter("Your payment failed"::equals).count())
        .as("one first mail for each failure at most")
        .isLessThanOrEqualTo(run.failures);
    assertThat(run.failingJobs()).isEmpty();
  }

  private static Set<Entitlement.Source> expected(Run run) {
    return run.all.stream()
        .filter(ref -> run.truth(ref) != SubscriptionStatus.ENDED)
        .min(Comparator.comparing(run::truth))
        .map(
            ref ->
                switch (run.truth(ref)) {
                  case TRIALING, ACTIVE -> Set.of(run.isConfirmed(ref) ? SUBSCRIPTION : NONE);
                  case PAST_DUE, UNPAID -> Set.of(GRACE, NONE);
                  case INCOMPLETE, PAUSED, ENDED -> Set.of(NONE);
                })
        .orElse(Set.of(NONE));
  }
}
