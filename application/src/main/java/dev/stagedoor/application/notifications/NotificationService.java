package dev.stagedoor.application.notifications;

import dev.stagedoor.application.NotificationPorts;
import dev.stagedoor.application.audit.AuditService;
import dev.stagedoor.application.jobs.Job;
import dev.stagedoor.application.jobs.JobHandler;
import dev.stagedoor.application.port.Outbox;
import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Ids;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.kernel.Subject;
import dev.stagedoor.domain.notifications.Addressees;
import dev.stagedoor.domain.notifications.Notification;
import dev.stagedoor.domain.notifications.NotificationId;
import dev.stagedoor.domain.notifications.Preferences;
import dev.stagedoor.domain.notifications.Template;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * Sends letters to many. A job goes through the people, some at a time: those of one step, their
 * mails and how far it has come are one unit of work under the notification's lock, so that neither
 * a crash nor a job that runs twice loses or doubles anything.
 *
 * <p>Between two steps there is a pause. Mails wait in one line: without it, whoever wants a link
 * to set a password would wait behind a hundred thousand others.
 */
public final class NotificationService {
  /** How many people a step is for. */
  static final int STEP = 100;

  /** How long the next step waits. */
  static final Duration PAUSE = Duration.ofSeconds(1);

  private static final String SEND = "send-notification";

  private final UnitOfWork work;
  private final NotificationPorts ports;
  private final Letters letters;
  private final AuditService audit;
  private final Outbox outbox;
  private final Clock clock;
  private final Ids ids;

  public NotificationService(
      UnitOfWork work,
      NotificationPorts ports,
      Letters letters,
      AuditService audit,
      Outbox outbox,
      Clock clock,
      Ids ids) {
    this.work = work;
    this.ports = ports;
    this.letters = letters;
    this.audit = audit;
    this.outbox = outbox;
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * Begins to send. For admins; recorded. By the same key it is done once, and whoever asks again
   * is told of the first, whatever became of its template.
   *
   * @throws DomainException {@code INVALID_VALUE} for a template or people that are not there, or
   *     values that do not fit; {@code NOTIFICATION_KEY_TAKEN}
   */
  public Notification send(Actor actor, SendNotification wanted) {
    actor.mustBeAdmin();
    NotificationId id = new NotificationId(ids.next());
    return work.write(
        () ->
            wanted
                .key()
                .flatMap(ports.notifications()::findByKey)
                .map(known -> again(known, wanted))
                .orElseGet(() -> begin(actor, fresh(actor, id, wanted), wanted)));
  }

  private static Notification again(Notification known, SendNotification wanted) {
    known.mustBe(wanted.template(), wanted.to(), wanted.variables());
    return known;
  }

  private Notification fresh(Actor actor, NotificationId id, SendNotification wanted) {
    Template template =
        ports
            .templates()
            .findByKey(wanted.template())
            .orElseThrow(() -> DomainException.invalid("template", "choice"));
    Notification.Order order =
        Notification.Order.of(
            wanted.key(), template.key(), template.letter(), wanted.to(), wanted.variables());
    Notification fresh =
        Notification.begin(
            id,
            order,
            actor.user(),
            ports.recipients().count(wanted.to(), clock.instant()),
            clock.instant());
    if (wanted.to().kind() == Addressees.Kind.USERS
        && fresh.recipients() < wanted.to().users().size()) {
      throw DomainException.invalid("to.userIds", "choice");
    }
    return fresh;
  }

  private Notification begin(Actor actor, Notification fresh, SendNotification wanted) {
    Notification kept = ports.notifications().addOrFind(fresh);
    NotificationId id = fresh.id();
    if (!kept.id().equals(id)) {
      return again(kept, wanted);
    }
    outbox.add(new Job(SEND, id.value(), clock.instant()));
    audit.record(
        actor,
        "notification.sent",
        new Subject("notification", id.value()),
        "",
        Map.of(),
        Map.of(
            "template", fresh.order().template(),
            "to", wanted.to().kind().code(),
            "recipients", Long.toString(fresh.recipients())));
    return kept;
  }

  /**
   * Returns one, and how far it has come.
   *
   * @throws DomainException {@code NOT_FOUND}
   */
  public Notification get(Actor actor, NotificationId id) {
    actor.mustBeAdmin();
    return work.look(() -> ports.notifications().find(id).orElseThrow(DomainException::notFound));
  }

  /** Lists what was sent, the newest first. */
  public Page<ListedNotification> list(Actor actor, PageRequest page) {
    actor.mustBeAdmin();
    return work.read(() -> ports.queries().list(page));
  }

  /** Counts whom a letter to a role, or to all of them, would be for if it was sent now. */
  public Map<Role, Long> reach(Actor actor) {
    actor.mustBeAdmin();
    return work.look(() -> ports.recipients().countByRole(clock.instant()));
  }

  public JobHandler handler() {
    return new JobHandler(SEND, this::step);
  }

  private void step(UUID subject) {
    work.run(
        () ->
            ports
                .notifications()
                .lock(new NotificationId(subject))
                .filter(notification -> !notification.isDone())
                .ifPresent(this::step));
  }

  private void step(Notification notification) {
    Notification.Order order = notification.order();
    List<Recipient> people =
        ports
            .recipients()
            .next(order.audience(), notification.createdAt(), notification.reached(), STEP);
    if (!people.isEmpty()) {
      deal(notification, people);
    }
    if (people.size() < STEP) {
      notification.finish(clock.instant());
    } else {
      outbox.add(new Job(SEND, notification.id().value(), clock.instant().plus(PAUSE)));
    }
    ports.notifications().save(notification);
  }

  private void deal(Notification notification, List<Recipient> people) {
    Map<UserId, Preferences> chosen =
        ports.preferences().of(people.stream().map(Recipient::id).toList());
    long sent = 0;
    long skipped = 0;
    for (Recipient one : people) {
      Preferences preferences =
          Objects.requireNonNullElse(chosen.get(one.id()), Preferences.usual(one.id()));
      boolean isSent =
          letters.send(
              notification.order().letter(),
              language -> notification.order().values(),
              one,
              preferences);
      sent += isSent ? 1 : 0;
      skipped += isSent ? 0 : 1;
    }
    notification.advance(people.get(people.size() - 1).id(), sent, skipped);
  }
}
