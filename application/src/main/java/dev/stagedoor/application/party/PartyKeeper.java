package dev.stagedoor.application.party;

import dev.stagedoor.application.PartyPorts;
import dev.stagedoor.application.jobs.Job;
import dev.stagedoor.application.jobs.NotYet;
import dev.stagedoor.application.port.Answer;
import dev.stagedoor.application.port.LiveUpdates;
import dev.stagedoor.application.port.Outbox;
import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.party.Media;
import dev.stagedoor.domain.party.Member;
import dev.stagedoor.domain.party.Party;
import dev.stagedoor.domain.party.PartyError;
import dev.stagedoor.domain.party.PartyId;
import dev.stagedoor.domain.party.PartyRules;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The one way in which parties are changed: locked, changed, saved, told to everybody who watches
 * them, and looked at again when something falls due. All in the open unit of work.
 */
public final class PartyKeeper {
  static final PartyRules RULES = PartyRules.standard();
  static final String TEND = "tend-party";

  private final PartyPorts ports;
  private final LiveUpdates updates;
  private final Outbox outbox;
  private final Clock clock;

  public PartyKeeper(PartyPorts ports, LiveUpdates updates, Outbox outbox, Clock clock) {
    this.ports = ports;
    this.updates = updates;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Returns the time as parties keep it. */
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** Returns the time by the clock that all servers share: by it they take each other for dead. */
  Instant sharedNow() {
    return ports.clock().instant().truncatedTo(ChronoUnit.MILLIS);
  }

  static DomainException unknown() {
    return new DomainException(PartyError.PARTY_UNKNOWN);
  }

  /**
   * Changes a party.
   *
   * @throws DomainException {@code PARTY_UNKNOWN}, or what the change throws
   */
  <T> T change(PartyId id, BiFunction<Party, Instant, T> change) {
    return changeIfThere(id, change).orElseThrow(PartyKeeper::unknown);
  }

  /**
   * Changes a party in a unit of work that others may share. What is refused is told once that is
   * over: thrown inside, it would undo what they did, too. So a change refuses before it writes.
   *
   * @throws DomainException {@code PARTY_UNKNOWN}, or what the change throws
   */
  <T> T changeShared(UnitOfWork work, PartyId id, BiFunction<Party, Instant, T> change) {
    Answer<T> answer =
        work.writeShared(
            () ->
                changeIfThere(id, (party, now) -> Answer.to(() -> change.apply(party, now)))
                    .orElseGet(() -> Answer.refused(unknown())));
    return answer.orThrow();
  }

  /** Does the same, and nothing where there is no such party any more. */
  <T> Optional<T> changeIfThere(PartyId id, BiFunction<Party, Instant, T> change) {
    return ports
        .parties()
        .lock(id)
        .map(
            party -> {
              Party.Snapshot before = party.snapshot();
              Optional<Instant> dueBefore = party.nextDue();
              // Asked for under the lock: of two commands the later one has the later time.
              T result = change.apply(party, now());
              if (!party.snapshot().equals(before)) {
                keep(party);
                party
                    .nextDue()
                    .filter(due -> dueBefore.filter(known -> !due.isBefore(known)).isEmpty())
                    .ifPresent(due -> tendAt(id, due));
              }
              return result;
            });
  }

  /** Saves a new party, and tells of it. */
  void begin(Party party) {
    keep(party);
    party.nextDue().ifPresent(due -> tendAt(party.id(), due));
  }

  private void keep(Party party) {
    ports.parties().save(party);
    party.takeNews().forEach(event -> updates.publish(PartyNews.of(party.id(), event)));
  }

  /**
   * Does what is due in a party, and has this be done again when more is. There is always a job for
   * a running party that waits, and not for longer than until something is due: it is brought
   * forward whenever something will be due earlier.
   *
   * @throws NotYet where nothing is due by this server's clock, which is behind
   */
  void tend(PartyId id) {
    Optional<Instant> next =
        changeIfThere(
                id,
                (party, now) -> {
                  long before = party.sequence();
                  party.tend(now);
                  boolean isEarly = party.sequence() == before;
                  party
                      .nextDue()
                      .filter(due -> isEarly && !due.isAfter(sharedNow()))
                      .ifPresent(PartyKeeper::wait);
                  return party.nextDue();
                })
            .flatMap(due -> due);
    next.ifPresent(due -> tendAt(id, due));
  }

  private static void wait(Instant due) {
    throw new NotYet("it is not yet " + due + " here");
  }

  private void tendAt(PartyId id, Instant due) {
    outbox.add(new Job(TEND, id.value(), due));
  }

  /** Returns a party as one of its members sees it. */
  PartyView view(Party party, UserId reader, Instant now) {
    Optional<UserId> host = party.host().map(Member::user);
    return new PartyView(
        party.id().toString(),
        party.sequence(),
        now.toEpochMilli(),
        host.map(PartyNews::id),
        host.filter(reader::equals).isPresent(),
        party.media().map(media -> media.address().toString()),
        party.media().map(Media::title),
        party.media().flatMap(Media::itemId),
        party.playback().isPlaying(),
        PartyNews.seconds(party.playback().positionAt(now)),
        party.members().stream().map(member -> member(party, member, host)).toList(),
        ports.lines().last(party.id(), RULES.linesShown()).stream()
            .map(PartyNews::message)
            .toList());
  }

  private static PartyMemberView member(Party party, Member member, Optional<UserId> host) {
    return new PartyMemberView(
        PartyNews.id(member.user()),
        member.name(),
        host.filter(member.user()::equals).isPresent(),
        !member.isHere(),
        party.isMuted(member.user()),
        member.isReady());
  }

  /** Forgets parties that are long over. */
  void purge() {
    int unused = ports.parties().purge(now().minus(RULES.kept()));
  }
}
