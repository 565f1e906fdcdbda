package dev.stagedoor.application;

import dev.stagedoor.application.announcements.Announcements;
import dev.stagedoor.application.jobs.JobHandler;
import dev.stagedoor.application.jobs.RecurringJob;
import dev.stagedoor.application.language.Translations;
import dev.stagedoor.application.messaging.Mailer;
import dev.stagedoor.application.notifications.StillWanted;
import dev.stagedoor.application.notifications.Unsubscriptions;
import dev.stagedoor.application.port.Monitoring;
import dev.stagedoor.domain.kernel.Ids;
import dev.stagedoor.domain.kernel.Tokens;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** What every capability and area is built on. */
record Foundation(
    PersistencePorts ports,
    Providers providers,
    Settings settings,
    Announcements announcements,
    Translations translations,
    Mailer mailer,
    Unsubscriptions unsubscriptions,
    Monitoring monitoring,
    Clock clock,
    Ids ids,
    Tokens tokens)
    implements Assembly {
  private static final Duration PURGE_EVERY = Duration.ofHours(1);

  static Foundation of(
      PersistencePorts ports,
      Providers providers,
      Settings settings,
      Monitoring monitoring,
      Clock clock,
      Ids ids,
      Tokens tokens) {
    Translations translations = new Translations();
    Unsubscriptions unsubscriptions =
        new Unsubscriptions(
            ports.unitOfWork(), ports.notifications().unsubscribeSecret(), tokens, settings);
    Mailer mailer =
        new Mailer(
            ports.unitOfWork(),
            ports.outbox(),
            ports.messages(),
            providers.mail(),
            translations,
            new StillWanted(ports.notifications().preferences(), unsubscriptions),
            clock,
            ids);
    return new Foundation(
        ports,
        providers,
        settings,
        new Announcements(),
        translations,
        mailer,
        unsubscriptions,
        monitoring,
        clock,
        ids,
        tokens);
  }

  @Override
  public List<JobHandler> jobs() {
    return List.of(mailer.handler());
  }

  @Override
  public List<RecurringJob> recurringJobs() {
    return List.of(
        new RecurringJob(
            "purge-idempotency-records",
            PURGE_EVERY,
            () -> ports.idempotencyRecords().purge(clock.instant())));
  }
}
