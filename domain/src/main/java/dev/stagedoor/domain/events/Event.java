package dev.stagedoor.domain.events;

import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Fault;
import dev.stagedoor.domain.kernel.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;

/**
 * Something an organiser puts on at a time. Everybody may know of it.
 *
 * <p>Invariants: it belongs to one organiser; where its end is known it comes after its beginning.
 * Its tickets are the capability's ({@link #subject}).
 */
public final class Event {
  public static final int MAX_TITLE = 200;
  public static final int MAX_VENUE = 300;
  public static final int MAX_DESCRIPTION = 20_000;
  private static final String SUBJECT = "event";
  private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);

  private final EventId id;
  private final UserId organiser;
  private final Instant createdAt;
  private final long version;
  private Plan plan;
  private Instant updatedAt;

  /**
   * What an organiser says of an event.
   *
   * @param timeZone in which its times are shown
   */
  public record Plan(
      String title,
      Instant startsAt,
      Optional<Instant> endsAt,
      ZoneId timeZone,
      String venue,
      String description,
      ContactData contact) {
    /**
     * @throws DomainException {@code INVALID_VALUE} where something is missing, too long or out of
     *     order
     */
    public Plan {
      title = checked("title", title, MAX_TITLE);
      venue = checked("venue", venue, MAX_VENUE);
      description = checked("description", description, MAX_DESCRIPTION);
      if (title.isEmpty()) {
        throw DomainException.invalid("title", "blank");
      }
      mustBeADate("startsAt", startsAt);
      endsAt.ifPresent(end -> mustBeADate("endsAt", end));
      Instant start = startsAt;
      if (endsAt.filter(end -> !end.isAfter(start)).isPresent()) {
        throw DomainException.invalid("endsAt", "after");
      }
    }

    /** Returns when it has ended; one without an end is over a day after its beginning. */
    public Instant overAt() {
      return endsAt.orElseGet(() -> startsAt.plus(DAY));
    }

    public boolean isOver(Instant now) {
      return !now.isBefore(overAt());
    }

    private static void mustBeADate(String field, Instant at) {
      if (at.isBefore(EARLIEST) || !at.isBefore(LATEST)) {
        throw DomainException.invalid(field, "date");
      }
    }

    private static String checked(String field, String text, int longest) {
      String stripped = text.strip();
      if (stripped.length() > longest) {
        throw DomainException.invalid(Fault.longerThan(field, longest));
      }
      return stripped;
    }
  }

  /** The stored form of an event; for repositories only. */
  public record Snapshot(
      EventId id,
      UserId organiser,
      Plan plan,
      Instant createdAt,
      Instant updatedAt,
      long version) {}

  private Event(Snapshot from) {
    this.id = from.id();
    this.organiser = from.organiser();
    this.plan = from.plan();
    this.createdAt = from.createdAt();
    this.updatedAt = from.updatedAt();
    this.version = from.version();
  }

  public static Event of(EventId id, UserId organiser, Plan plan, Instant now) {
    return new Event(new Snapshot(id, organiser, plan, now, now, 0));
  }

  /** Rebuilds a stored event; for repositories only. */
  public static Event restore(Snapshot snapshot) {
    return new Event(snapshot);
  }

  public Snapshot snapshot() {
    return new Snapshot(id, organiser, plan, createdAt, updatedAt, version);
  }

  /** Names the event to the capabilities it uses. */
  public static Subject subject(EventId id) {
    return new Subject(SUBJECT, id.value());
  }

  /** Returns the event a subject names, empty when it names something else. */
  public static Optional<EventId> of(Subject subject) {
    return subject.kind().equals(SUBJECT)
        ? Optional.of(new EventId(subject.id()))
        : Optional.empty();
  }

  public boolean isRunBy(Actor actor) {
    return actor.isAdmin() || actor.is(organiser);
  }

  /** Refuses whoever may not run the event: a visitor is asked to sign in, others are told no. */
  public void mustBeRunBy(Actor actor) {
    if (!isRunBy(actor)) {
      actor.userId();
      throw DomainException.notAllowed();
    }
  }

  public void change(Plan next, Instant now) {
    plan = Objects.requireNonNull(next);
    updatedAt = now;
  }

  public EventId id() {
    return id;
  }

  public UserId organiser() {
    return organiser;
  }

  public Plan plan() {
    return plan;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant updatedAt() {
    return updatedAt;
  }

  public long version() {
    return version;
  }
}
