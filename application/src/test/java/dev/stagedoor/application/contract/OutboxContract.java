package dev.stagedoor.application.contract;

import static dev.stagedoor.domain.contract.RepositoryContract.assertNeedsUnitOfWork;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.application.jobs.Job;
import dev.stagedoor.application.jobs.JobView;
import dev.stagedoor.application.port.JobQueries;
import dev.stagedoor.application.port.Outbox;
import dev.stagedoor.domain.contract.RepositoryContract;
import dev.stagedoor.domain.kernel.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every outbox must do with jobs until they run; nothing runs jobs meanwhile. */
public interface OutboxContract extends RepositoryContract {
  /** Far enough in the future for no clock to make a job due. */
  Instant LATER = NOW.plusSeconds(1_000_000_000);

  Outbox outbox();

  JobQueries jobs();

  @Test
  default void aJobOfCommittedWorkWaits() {
    UUID subject = UUID.randomUUID();
    run(() -> outbox().add(new Job("send-mail", subject, LATER)));

    assertThat(waiting(subject))
        .singleElement()
        .satisfies(
            job -> {
              assertThat(job.name()).isEqualTo("send-mail");
              assertThat(job.due()).isEqualTo(LATER);
              assertThat(job.running()).isFalse();
              assertThat(job.failures()).isZero();
              assertThat(job.lastFailure()).isEmpty();
            });
  }

  @Test
  default void aJobOfFailedWorkIsForgotten() {
    UUID subject = UUID.randomUUID();

    assertThatThrownBy(
            () ->
                run(
                    () -> {
                      outbox().add(new Job("send-mail", subject, LATER));
                      throw new UnsupportedOperationException("on purpose");
                    }))
        .isInstanceOf(UnsupportedOperationException.class);

    assertThat(waiting(subject)).isEmpty();
  }

  @Test
  default void ofTwoEqualJobsTheEarlierTimeHolds() {
    UUID broughtForward = UUID.randomUUID();
    run(() -> outbox().add(new Job("send-mail", broughtForward, LATER.plusSeconds(60))));
    run(() -> outbox().add(new Job("send-mail", broughtForward, LATER)));
    UUID notPutOff = UUID.randomUUID();
    run(() -> outbox().add(new Job("send-mail", notPutOff, LATER)));
    run(() -> outbox().add(new Job("send-mail", notPutOff, LATER.plusSeconds(60))));

    assertThat(waiting(broughtForward)).singleElement().extracting("due").isEqualTo(LATER);
    assertThat(waiting(notPutOff)).singleElement().extracting("due").isEqualTo(LATER);
  }

  @Test
  default void twoEqualJobsOfOneUnitOfWorkAreOne() {
    UUID subject = UUID.randomUUID();
    run(
        () -> {
          outbox().add(new Job("send-mail", subject, LATER.plusSeconds(60)));
          outbox().add(new Job("send-mail", subject, LATER));
        });

    assertThat(waiting(subject)).singleElement().extracting("due").isEqualTo(LATER);
  }

  @Test
  default void jobsOfTwoNamesAreTwo() {
    UUID subject = UUID.randomUUID();
    run(
        () -> {
          outbox().add(new Job("send-mail", subject, LATER));
          outbox().add(new Job("stream-aftercare", subject, LATER.plusSeconds(60)));
        });

    assertThat(waiting(subject))
        .extracting(JobView::name)
        .containsExactly("send-mail", "stream-aftercare");
  }

  @Test
  default void aWaitingJobCanBeMadeDueNow() {
    UUID subject = UUID.randomUUID();
    run(() -> outbox().add(new Job("send-mail", subject, LATER)));

    assertThat(write(() -> jobs().runNow("send-mail", subject.toString()))).isTrue();
    assertThat(waiting(subject)).singleElement().extracting("due").isNotEqualTo(LATER);
  }

  @Test
  default void aJobThatDoesNotWaitCannotBeMadeDue() {
    UUID subject = UUID.randomUUID();
    run(() -> outbox().add(new Job("send-mail", subject, LATER)));

    assertThat(write(() -> jobs().runNow("send-mail", UUID.randomUUID().toString()))).isFalse();
    assertThat(write(() -> jobs().runNow("stream-aftercare", subject.toString()))).isFalse();
    assertThat(waiting(subject)).singleElement().extracting("due").isEqualTo(LATER);
  }

  @Test
  default void aJobThatNeverFailedIsNotAmongTheFailingOnes() {
    UUID subject = UUID.randomUUID();
    run(() -> outbox().add(new Job("send-mail", subject, LATER)));

    assertThat(write(() -> jobs().list(true, new PageRequest(1, 1000))).items())
        .noneMatch(job -> job.subject().equals(subject.toString()));
  }

  @Test
  default void jobsAreListedByThePage() {
    for (int i = 0; i < 3; i++) {
      run(() -> outbox().add(new Job("send-mail", UUID.randomUUID(), LATER)));
    }
    var page = write(() -> jobs().list(false, new PageRequest(2, 2)));

    assertThat(page.page()).isEqualTo(2);
    assertThat(page.limit()).isEqualTo(2);
    assertThat(page.items()).isNotEmpty().hasSizeLessThanOrEqualTo(2);
    assertThat(page.total()).isGreaterThanOrEqualTo(3);
  }

  @Test
  default void nothingIsDoneOutsideAUnitOfWork() {
    UUID subject = UUID.randomUUID();

    assertNeedsUnitOfWork(() -> outbox().add(new Job("send-mail", subject, LATER)));
    assertNeedsUnitOfWork(() -> jobs().list(false, PageRequest.first()));
    assertNeedsUnitOfWork(() -> jobs().runNow("send-mail", subject.toString()));
  }

  private List<JobView> waiting(UUID subject) {
    return write(() -> jobs().list(false, new PageRequest(1, 1000))).items().stream()
        .filter(job -> job.subject().equals(subject.toString()))
        .toList();
  }
}
