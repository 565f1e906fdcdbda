package dev.stagedoor.application.ticketing;

import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.ErrorCode;
import dev.stagedoor.domain.kernel.Ids;
import dev.stagedoor.domain.ticketing.CrossAppSession;
import dev.stagedoor.domain.ticketing.CrossAppUse;
import dev.stagedoor.domain.ticketing.TicketedEventId;
import dev.stagedoor.domain.ticketing.port.CrossAppAudit;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Writes down what sessions between applications are used for, and what was refused. */
final class CrossAppRecord {
  private final UnitOfWork work;
  private final CrossAppAudit audit;
  private final Clock clock;
  private final Ids ids;

  CrossAppRecord(UnitOfWork work, CrossAppAudit audit, Clock clock, Ids ids) {
    this.work = work;
    this.audit = audit;
    this.clock = clock;
    this.ids = ids;
  }

  /** What is known of an attempt so far, and is written down whatever becomes of it. */
  static final class Attempt {
    private Optional<UUID> session = Optional.empty();
    private Optional<UserId> user = Optional.empty();
    private Optional<UserId> account = Optional.empty();
    private Optional<TicketedEventId> event = Optional.empty();
    private Optional<ErrorCode> refusal = Optional.empty();

    private Attempt() {}

    /** Notes who asks, on whose behalf and what for, also where they may not. */
    void asks(UserId who, UserId behalf, Optional<TicketedEventId> what) {
      user = Optional.of(who);
      account = Optional.of(behalf);
      event = what;
    }

    void in(CrossAppSession known) {
      session = Optional.of(known.id());
      asks(known.user(), known.account(), known.event());
    }

    void refused(ErrorCode why) {
      refusal = Optional.of(why);
    }
  }

  /** What an attempt came to: one of the two. */
  private record End<T>(Optional<T> result, Optional<DomainException> refusal) {
    T get() {
      return result.orElseThrow(refusal::orElseThrow);
    }
  }

  /**
   * Does something in a unit of work, which also writes it down, and commits when it is refused,
   * too.
   *
   * @param detail what is asked for beyond the action
   * @param use refuses before it changes anything
   */
  <T> T of(CrossAppUse.Action action, String detail, String address, Function<Attempt, T> use) {
    return work.write(
            () -> {
              Attempt attempt = new Attempt();
              End<T> end = end(attempt, use);
              audit.add(
                  new CrossAppUse(
                      ids.next(),
                      clock.instant(),
                      action,
                      attempt.session,
                      attempt.user,
                      attempt.account,
                      attempt.event,
                      attempt.refusal.map(ErrorCode::name),
                      detail,
                      address));
              return end;
            })
        .get();
  }

  private static <T> End<T> end(Attempt attempt, Function<Attempt, T> use) {
    try {
      return new End<>(Optional.of(use.apply(attempt)), Optional.empty());
    } catch (DomainException refused) {
      attempt.refused(refused.code());
      return new End<>(Optional.empty(), Optional.of(refused));
    }
  }
}
