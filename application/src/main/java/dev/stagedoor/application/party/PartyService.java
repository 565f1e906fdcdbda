package dev.stagedoor.application.party;

import dev.stagedoor.application.PartyPorts;
import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.auth.port.AccountRepository;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Ids;
import dev.stagedoor.domain.kernel.Tokens;
import dev.stagedoor.domain.party.ChatLine;
import dev.stagedoor.domain.party.LineId;
import dev.stagedoor.domain.party.Party;
import dev.stagedoor.domain.party.PartyConnection;
import dev.stagedoor.domain.party.PartyError;
import dev.stagedoor.domain.party.PartyId;
import java.time.Instant;

/**
 * What people do in watch parties.
 *
 * <p>No server owns a party, and none keeps one in memory: its row in the database is its one
 * writer. Each command is one short unit of work that locks the row, applies the command, numbers
 * what happened, and adds it to the log of live updates. So any server serves any party, everybody
 * sees the same things in the same order, which is that of the log, and when a server dies nothing
 * has to be taken over: its members only come back through another. What that costs is a few
 * statements for a command, and people press play less often than a database can take.
 *
 * <p>Times and positions are those of the server that took a command: servers of one database keep
 * their clocks in step.
 */
public final class PartyService {
  private final UnitOfWork work;
  private final PartyPorts ports;
  private final AccountRepository accounts;
  private final Admission admission;
  private final PartyKeeper keeper;
  private final Ids ids;
  private final Tokens tokens;

  public PartyService(
      UnitOfWork work,
      PartyPorts ports,
      AccountRepository accounts,
      Admission admission,
      PartyKeeper keeper,
      Ids ids,
      Tokens tokens) {
    this.work = work;
    this.ports = ports;
    this.accounts = accounts;
    this.admission = admission;
    this.keeper = keeper;
    this.ids = ids;
    this.tokens = tokens;
  }

  /** Returns the id of a party that is yet to begin, so that its host can listen to it before. */
  public PartyId nextId() {
    return PartyId.next(tokens);
  }

  /**
   * Begins a party that the caller hosts; what they hosted before ends.
   *
   * @throws DomainException {@code INVALID_VALUE} for a name that is none, or what {@link
   *     Admission} says
   */
  public PartyView create(Actor actor, NewParty wanted, Seat seat) {
    UserId host = admitted(actor);
    PartyId id = wanted.id();
    return work.write(
        () -> {
          // One at a time, so that of two that begin at once the second ends the first.
          var unused = accounts.lock(host).orElseThrow(DomainException::notFound);
          for (PartyId former : ports.parties().runningOf(host)) {
            boolean unusedAnswer =
                keeper.change(former, (party, now) -> endIfHost(party, host, now));
          }
          Instant now = keeper.now();
          Party party = Party.open(id, wanted.media(), host, wanted.userName(), now);
          keeper.begin(party);
          connect(seat, id, host);
          return keeper.view(party, host, now);
        });
  }

  private static boolean endIfHost(Party party, UserId host, Instant now) {
    boolean isStillHost = party.host().filter(one -> one.user().equals(host)).isPresent();
    if (isStillHost) {
      party.replace(now);
    }
    return isStillHost;
  }

  /**
   * Takes a seat in a party, or takes it again by another connection. Whoever wants to miss nothing
   * listens first, joins then, and goes on from the {@code sequence} of the answer.
   *
   * @throws DomainException {@code PARTY_UNKNOWN}, {@code PARTY_ENDED}, {@code PARTY_FULL}, {@code
   *     REMOVED_FROM_PARTY}, {@code INVALID_VALUE} for a name that is none, or what {@link
   *     Admission} says
   */
  public PartyView join(Actor actor, PartyId id, String userName, Seat seat) {
    UserId user = admitted(actor);
    return keeper.changeShared(
        work,
        id,
        (party, now) -> {
          party.join(user, userName, now);
          connect(seat, id, user);
          return keeper.view(party, user, now);
        });
  }

  private void connect(Seat seat, PartyId id, UserId user) {
    ports
        .connections()
        .open(
            new PartyConnection(seat.connection(), id, user, seat.instance()), keeper.sharedNow());
  }

  private UserId admitted(Actor actor) {
    mustBeAdmitted(actor);
    return actor.userId();
  }

  /**
   * Goes on only for somebody who still may watch with others, once they are in.
   *
   * @throws DomainException what {@link Admission} says
   */
  public void mustBeAdmitted(Actor actor) {
    UserId user = actor.userId();
    work.run(() -> admission.mustBeAdmitted(user));
  }

  /**
   * Returns a party as it is now, to one of its members.
   *
   * @throws DomainException {@code PARTY_UNKNOWN}, {@code PARTY_ENDED}, {@code NOT_IN_PARTY}
   */
  public PartyView state(Actor actor, PartyId id) {
    UserId user = actor.userId();
    return work.read(
        () -> {
          Party party = ports.parties().find(id).orElseThrow(PartyKeeper::unknown);
          if (party.endedAt().isPresent()) {
            throw new DomainException(PartyError.PARTY_ENDED);
          }
          if (party.member(user).isEmpty()) {
            throw new DomainException(PartyError.NOT_IN_PARTY);
          }
          return keeper.view(party, user, keeper.now());
        });
  }

  /**
   * Does something in a party that the caller has a seat in.
   *
   * @throws DomainException {@code PARTY_UNKNOWN}, {@code PARTY_ENDED}, {@code NOT_IN_PARTY}, or
   *     what the command says
   */
  public void act(Actor actor, PartyId id, PartyCommand command) {
    UserId user = actor.userId();
    boolean unused =
        keeper.changeShared(
            work,
            id,
            (party, now) -> {
              command.apply(party, user, now);
              return true;
            });
  }

  /**
   * Writes a line to everybody in a party; returns its id.
   *
   * @throws DomainException {@code PARTY_UNKNOWN}, {@code PARTY_ENDED}, {@code NOT_IN_PARTY},
   *     {@code MUTED}, {@code TOO_FAST}, or {@code INVALID_VALUE} where nothing is said or too much
   */
  public LineId say(Actor actor, PartyId id, String text) {
    UserId user = actor.userId();
    LineId line = new LineId(ids.next());
    return keeper.changeShared(
        work,
        id,
        (party, now) -> {
          ports.lines().add(party.say(user, line, text, now));
          return line;
        });
  }

  /**
   * Takes a line away, as its author and the host may.
   *
   * @throws DomainException {@code NOT_FOUND} where it is not there, {@code PARTY_UNKNOWN}, {@code
   *     PARTY_ENDED}, {@code NOT_IN_PARTY}, {@code NOT_THE_HOST} for somebody else's
   */
  public void removeLine(Actor actor, PartyId id, LineId line) {
    UserId user = actor.userId();
    boolean unused =
        keeper.changeShared(
            work,
            id,
            (party, now) -> {
              ChatLine found = ports.lines().find(id, line).orElseThrow(DomainException::notFound);
              party.remove(user, found, now);
              ports.lines().remove(id, line);
              return true;
            });
  }

  /**
   * Leaves a party, by whatever connections the caller is in it; one that is over is left, too.
   *
   * @throws DomainException {@code PARTY_UNKNOWN}
   */
  public void leave(Actor actor, PartyId id) {
    UserId user = actor.userId();
    boolean unused =
        keeper.changeShared(
            work,
            id,
            (party, now) -> {
              party.leave(user, now);
              ports.connections().of(id).stream()
                  .filter(connection -> connection.user().equals(user))
                  .forEach(connection -> ports.connections().close(connection.id()));
              return true;
            });
  }
}
