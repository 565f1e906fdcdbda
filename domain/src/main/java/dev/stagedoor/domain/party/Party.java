package dev.stagedoor.domain.party;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Several people who watch the same thing in step.
 *
 * <p>Invariants: each thing that happens has the next number; only the host moves what is watched;
 * once it has ended nothing happens any more. Nothing waits for anybody's player. Who may be here
 * and whose turn it is to host is up to its {@link Seats}, who may write to its {@link Talk}.
 *
 * <p>What falls due by the clock happens at {@link #tend}, or at the next command if that comes
 * first.
 */
public final class Party {
  private static final PartyRules RULES = PartyRules.standard();

  private final PartyId id;
  private final Instant createdAt;
  private final long version;
  private final List<PartyEvent> news = new ArrayList<>();
  private @Nullable Media media;
  private Seats seats;
  private Talk talk;
  private Playback playback;
  private long sequence;
  private @Nullable Instant endedAt;

  /** The stored form of a party; for repositories only. */
  public record Snapshot(
      PartyId id,
      @Nullable Media media,
      Seats seats,
      Talk talk,
      Playback playback,
      long sequence,
      @Nullable Instant endedAt,
      Instant createdAt,
      long version) {}

  private Party(Snapshot from) {
    this.id = from.id();
    this.createdAt = from.createdAt();
    this.version = from.version();
    this.media = from.media();
    this.seats = from.seats();
    this.talk = from.talk();
    this.playback = from.playback();
    this.sequence = from.sequence();
    this.endedAt = from.endedAt();
  }

  /**
   * Begins a party with its host.
   *
   * @throws DomainException {@code INVALID_VALUE} for a name that is none
   */
  public static Party open(
      PartyId id, Optional<Media> media, UserId host, String name, Instant now) {
    Party party =
        new Party(
            new Snapshot(
                id,
                media.orElse(null),
                Seats.free(now),
                Talk.silence(),
                Playback.atTheBeginning(now),
                0,
                null,
                now,
                0));
    party.join(host, name, now);
    return party;
  }

  /** Rebuilds a stored party; for repositories only. */
  public static Party restore(Snapshot snapshot) {
    return new Party(snapshot);
  }

  /** Returns by which name its readers know it. */
  public static Subject subject(PartyId id) {
    return new Subject("party", id.value());
  }

  public Snapshot snapshot() {
    return new Snapshot(id, media, seats, talk, playback, sequence, endedAt, createdAt, version);
  }

  /**
   * Takes a seat, or takes it again: what was before holds. The first who comes hosts where nobody
   * else is here.
   *
   * @throws DomainException {@code PARTY_ENDED}, {@code REMOVED_FROM_PARTY}, {@code PARTY_FULL}, or
   *     {@code INVALID_VALUE} for a name that is none
   */
  public void join(UserId user, String name, Instant now) {
    mustRun(now);
    Member here = seats.arriving(user, name, now);
    if (!member(user).equals(Optional.of(here))) {
      place(here, new Happening.Joined(here, isMuted(user)), now);
    }
  }

  /** Finds somebody here who was taken to be away; nobody but a member comes back by this. */
  public void found(UserId user, Instant now) {
    if (isRunning(now)) {
      member(user)
          .filter(member -> !member.isHere())
          .map(member -> member.hereAs(member.name()))
          .ifPresent(here -> place(here, new Happening.Joined(here, isMuted(user)), now));
    }
  }

  private void place(Member member, Happening what, Instant now) {
    seats = seats.with(member);
    tell(what, now);
    settle(now);
  }

  /** Leaves for good, until joining again; the next in turn hosts at once. */
  public void leave(UserId user, Instant now) {
    if (isRunning(now)) {
      member(user).ifPresent(member -> drop(member, now));
      settle(now);
    }
  }

  private void drop(Member member, Instant now) {
    seats = seats.without(member.user());
    tell(new Happening.Left(member), now);
  }

  /** Notes that the last connection of somebody was closed: the seat is kept for a while. */
  public void lost(UserId user, Instant now) {
    if (isRunning(now)) {
      member(user)
          .filter(Member::isHere)
          .map(member -> member.away(now))
          .ifPresent(away -> place(away, new Happening.WentAway(away), now));
    }
  }

  /** Plays from a position on; only the host may. */
  public void play(UserId by, Duration position, Instant now) {
    move(Happening.Move.PLAY, by, new Playback(true, position, now), now);
  }

  /** Stands at a position; only the host may. */
  public void pause(UserId by, Duration position, Instant now) {
    move(Happening.Move.PAUSE, by, new Playback(false, position, now), now);
  }

  /** Goes to a position, and plays or stands there as before; only the host may. */
  public void seek(UserId by, Duration position, Instant now) {
    move(Happening.Move.SEEK, by, new Playback(playback.isPlaying(), position, now), now);
  }

  private void move(Happening.Move move, UserId by, Playback to, Instant now) {
    mustHost(by, now);
    playback = to;
    tell(new Happening.Moved(move, to, by), now);
  }

  /** Has something else be watched, which stands at its beginning; only the host may. */
  public void change(UserId by, Media to, Instant now) {
    mustHost(by, now);
    media = to;
    playback = Playback.atTheBeginning(now);
    seats = seats.withNobodyReady();
    tell(new Happening.MediaChanged(to, by), now);
  }

  /** Says whether somebody's player can go on. */
  public void ready(UserId user, boolean isReady, Instant now) {
    Member member = mustHaveSeat(user, now);
    if (member.isReady() != isReady) {
      seats = seats.with(member.ready(isReady));
      tell(new Happening.Ready(user, isReady), now);
    }
  }

  /**
   * Says something.
   *
   * @throws DomainException {@code MUTED}, {@code TOO_FAST}, or {@code INVALID_VALUE} where nothing
   *     is said or too much
   */
  public ChatLine say(UserId by, LineId line, String text, Instant now) {
    Member author = mustHaveSeat(by, now);
    talk.mustLet(by);
    String clean = PartyText.clean("message", text, PartyRules.LONGEST_LINE);
    talk = talk.with(by, now);
    ChatLine said = new ChatLine(line, id, by, author.name(), clean, now, sequence + 1);
    tell(new Happening.Said(said), now);
    return said;
  }

  /** Takes a line away; its author and the host may. */
  public void remove(UserId by, ChatLine line, Instant now) {
    mustHaveSeat(by, now);
    if (!by.equals(line.author())) {
      mustHost(by, now);
    }
    tell(new Happening.LineRemoved(line.id(), by), now);
  }

  /** Lets somebody write no more, or again; only the host may, to others. */
  public void mute(UserId by, UserId user, boolean isMuted, Instant now) {
    mustHost(by, now);
    mustBeAnother(by, user);
    boolean isSilenced = isMuted(user);
    if (!isSilenced) {
      mustBeMember(user);
    }
    if (isSilenced != isMuted) {
      talk = talk.muting(user, isMuted);
      tell(new Happening.Muted(user, isMuted), now);
    }
  }

  /** Removes somebody, who cannot come back; only the host may, others. */
  public void kick(UserId by, UserId user, Instant now) {
    mustHost(by, now);
    mustBeAnother(by, user);
    Member member = mustBeMember(user);
    seats = seats.removing(user);
    tell(new Happening.Kicked(member), now);
    settle(now);
  }

  /** Makes somebody who is here the host; only the host may. */
  public void handOver(UserId by, UserId to, Instant now) {
    mustHost(by, now);
    Member next = mustBeMember(to);
    if (!next.isHere()) {
      throw DomainException.notFound();
    }
    seat(seats.hostedBy(to), now);
  }

  /** Ends it; only the host may. */
  public void end(UserId by, Instant now) {
    mustHost(by, now);
    end(Happening.Why.HOST, now);
  }

  /** Ends it because its host began another. */
  public void replace(Instant now) {
    if (endedAt == null) {
      end(Happening.Why.REPLACED, now);
    }
  }

  private void end(Happening.Why why, Instant now) {
    endedAt = now;
    playback = new Playback(false, playback.positionAt(now), now);
    tell(new Happening.Ended(why), now);
  }

  /** Does what is due by the clock; harmless at any time. */
  public void tend(Instant now) {
    if (endedAt != null) {
      return;
    }
    if (!now.isBefore(mustEndAt())) {
      end(Happening.Why.OVER, now);
    } else if (seats.areGivenUp(now)) {
      end(Happening.Why.EMPTY, now);
    } else {
      seats.overdue(now).forEach(member -> drop(member, now));
      settle(now);
    }
  }

  private Instant mustEndAt() {
    return createdAt.plus(RULES.longest());
  }

  /** Returns when something is due by the clock; empty once it has ended. */
  public Optional<Instant> nextDue() {
    return endedAt != null
        ? Optional.empty()
        : seats.nextDue().filter(mustEndAt()::isAfter).or(() -> Optional.of(mustEndAt()));
  }

  private void settle(Instant now) {
    seat(seats.settled(now), now);
  }

  /** Has the seats be taken so, and tells who hosts where that is somebody else. */
  private void seat(Seats taken, Instant now) {
    boolean isSame = taken.hostId().equals(seats.hostId());
    seats = taken;
    if (!isSame) {
      host().ifPresent(host -> tell(new Happening.HostChanged(host), now));
    }
  }

  /** Returns whether it goes on once what is due was done. */
  private boolean isRunning(Instant now) {
    tend(now);
    return endedAt == null;
  }

  private void mustRun(Instant now) {
    if (!isRunning(now)) {
      throw new DomainException(PartyError.PARTY_ENDED);
    }
  }

  /** Whoever is thought to be away may act: a seat is taken again with a connection only. */
  private Member mustHaveSeat(UserId user, Instant now) {
    mustRun(now);
    return member(user).orElseThrow(() -> new DomainException(PartyError.NOT_IN_PARTY));
  }

  private void mustHost(UserId user, Instant now) {
    mustHaveSeat(user, now);
    if (!seats.hostId().equals(Optional.of(user))) {
      throw new DomainException(PartyError.NOT_THE_HOST);
    }
  }

  private static void mustBeAnother(UserId by, UserId user) {
    if (by.equals(user)) {
      throw DomainException.notAllowed();
    }
  }

  private Member mustBeMember(UserId user) {
    return member(user).orElseThrow(DomainException::notFound);
  }

  private void tell(Happening what, Instant now) {
    sequence++;
    news.add(new PartyEvent(sequence, now, what));
  }

  /** Returns what happened since this was called last, in order. */
  public List<PartyEvent> takeNews() {
    List<PartyEvent> taken = List.copyOf(news);
    news.clear();
    return taken;
  }

  public PartyId id() {
    return id;
  }

  public Optional<Media> media() {
    return Optional.ofNullable(media);
  }

  /** Returns who hosts; empty where nobody is here. */
  public Optional<Member> host() {
    return seats.host();
  }

  /** Returns everybody with a seat, in the order in which they joined. */
  public List<Member> members() {
    return seats.members();
  }

  public Optional<Member> member(UserId user) {
    return seats.member(user);
  }

  public boolean isMuted(UserId user) {
    return talk.isMuted(user);
  }

  public Playback playback() {
    return playback;
  }

  /** Returns the number of the last thing that happened. */
  public long sequence() {
    return sequence;
  }

  public Optional<Instant> endedAt() {
    return Optional.ofNullable(endedAt);
  }

  public long version() {
    return version;
  }
}
