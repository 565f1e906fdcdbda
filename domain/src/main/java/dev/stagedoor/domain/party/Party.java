package dev.stagedoor.domain.party;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Several people who watch the same thing in step.
 *
 * <p>Invariants: each thing that happens has the next number; there are never more members than
 * seats; one of the members hosts, unless nobody is here, and a host who is away makes room for
 * somebody who is here after a while; only the host moves what is watched; who was removed does not
 * come back, and who was silenced stays so when they leave and come back; once it has ended nothing
 * happens any more. Nothing waits for anybody's player.
 *
 * <p>What falls due by the clock happens at {@link #tend}, or at the next command if that comes
 * first.
 */
public final class Party {
  private static final PartyRules RULES = PartyRules.standard();

  private final PartyId id;
  private final Instant createdAt;
  private final long version;
  private final Map<UserId, Member> members = new LinkedHashMap<>();
  private final Set<UserId> removed;
  private final Set<UserId> muted;
  private final List<Spoken> spoken;
  private final List<PartyEvent> news = new ArrayList<>();
  private @Nullable Media media;
  private @Nullable UserId host;
  private Playback playback;
  private long sequence;
  private @Nullable Instant emptySince;
  private @Nullable Instant endedAt;

  /** Somebody wrote a line at that time. */
  public record Spoken(UserId user, Instant at) {}

  /**
   * The stored form of a party; for repositories only.
   *
   * @param host nobody, where nobody is here
   * @param members in the order in which they joined
   * @param spoken who wrote lately
   */
  public record Snapshot(
      PartyId id,
      @Nullable Media media,
      @Nullable UserId host,
      List<Member> members,
      Set<UserId> removed,
      Set<UserId> muted,
      List<Spoken> spoken,
      Playback playback,
      long sequence,
      @Nullable Instant emptySince,
      @Nullable Instant endedAt,
      Instant createdAt,
      long version) {
    public Snapshot {
      members = List.copyOf(members);
      removed = Set.copyOf(removed);
      muted = Set.copyOf(muted);
      spoken = List.copyOf(spoken);
    }
  }

  private Party(Snapshot from) {
    this.id = from.id();
    this.createdAt = from.createdAt();
    this.version = from.version();
    this.media = from.media();
    this.host = from.host();
    from.members().forEach(member -> members.put(member.user(), member));
    this.removed = new LinkedHashSet<>(from.removed());
    this.muted = new LinkedHashSet<>(from.muted());
    this.spoken = new ArrayList<>(from.spoken());
    this.playback = from.playback();
    this.sequence = from.sequence();
    this.emptySince = from.emptySince();
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
                null,
                List.of(),
                Set.of(),
                Set.of(),
                List.of(),
                Playback.atTheBeginning(now),
                0,
                now,
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
    return new Snapshot(
        id,
        media,
        host,
        List.copyOf(members.values()),
        removed,
        muted,
        spoken,
        playback,
        sequence,
        emptySince,
        endedAt,
        createdAt,
        version);
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
    String clean = PartyText.clean("userName", name, PartyRules.LONGEST_NAME);
    if (removed.contains(user)) {
      throw new DomainException(PartyError.REMOVED_FROM_PARTY);
    }
    Member known = members.get(user);
    if (known == null && members.size() >= RULES.mostMembers()) {
      throw new DomainException(PartyError.PARTY_FULL, Map.of("limit", RULES.mostMembers()));
    }
    Member here =
        known == null ? new Member(user, clean, now, Optional.empty(), false) : known.hereAs(clean);
    if (!here.equals(known)) {
      seat(here, now);
    }
  }

  /** Finds somebody here who was taken to be away; nobody but a member comes back by this. */
  public void found(UserId user, Instant now) {
    if (endedAt != null) {
      return;
    }
    tend(now);
    Member member = members.get(user);
    if (endedAt == null && member != null && !member.isHere()) {
      seat(member.hereAs(member.name()), now);
    }
  }

  private void seat(Member member, Instant now) {
    members.put(member.user(), member);
    tell(new Happening.Joined(member, muted.contains(member.user())), now);
    settle(now);
  }

  /** Leaves for good, until joining again; the next in turn hosts at once. */
  public void leave(UserId user, Instant now) {
    if (endedAt != null) {
      return;
    }
    tend(now);
    if (endedAt == null && members.containsKey(user)) {
      drop(user, now);
      settle(now);
    }
  }

  private void drop(UserId user, Instant now) {
    Member member = members.remove(user);
    if (member != null) {
      tell(new Happening.Left(member), now);
    }
  }

  /** Notes that the last connection of somebody was closed: the seat is kept for a while. */
  public void lost(UserId user, Instant now) {
    if (endedAt != null) {
      return;
    }
    tend(now);
    Member member = members.get(user);
    if (endedAt == null && member != null && member.isHere()) {
      Member away = member.away(now);
      members.put(user, away);
      tell(new Happening.WentAway(away), now);
      settle(now);
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
    members.replaceAll((user, member) -> member.ready(false));
    tell(new Happening.MediaChanged(to, by), now);
  }

  /** Says whether somebody's player can go on. */
  public void ready(UserId user, boolean isReady, Instant now) {
    Member member = mustHaveSeat(user, now);
    if (member.isReady() != isReady) {
      members.put(user, member.ready(isReady));
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
    if (muted.contains(by)) {
      throw new DomainException(PartyError.MUTED);
    }
    String clean = PartyText.clean("message", text, PartyRules.LONGEST_LINE);
    spoken.removeIf(one -> !one.at().plus(RULES.linesWithin()).isAfter(now));
    List<Spoken> own = spoken.stream().filter(one -> one.user().equals(by)).toList();
    if (own.size() >= RULES.mostLines()) {
      Duration wait = Duration.between(now, own.get(0).at().plus(RULES.linesWithin()));
      throw new DomainException(
          PartyError.TOO_FAST, Map.of("retryAfter", wait.plusMillis(999).toSeconds()));
    }
    spoken.add(new Spoken(by, now));
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
    boolean isSilenced = muted.contains(user);
    if (by.equals(user)) {
      throw DomainException.notAllowed();
    }
    if (!isSilenced) {
      mustBeMember(user);
    }
    if (isSilenced != isMuted) {
      if (isMuted) {
        muted.add(user);
      } else {
        muted.remove(user);
      }
      tell(new Happening.Muted(user, isMuted), now);
    }
  }

  /** Removes somebody, who cannot come back; only the host may, others. */
  public void kick(UserId by, UserId user, Instant now) {
    mustHost(by, now);
    if (by.equals(user)) {
      throw DomainException.notAllowed();
    }
    Member member = mustBeMember(user);
    members.remove(user);
    removed.add(user);
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
    if (!to.equals(by)) {
      makeHost(next, now);
    }
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
    if (isDue(createdAt, RULES.longest(), now)) {
      end(Happening.Why.OVER, now);
    } else if (emptySince != null && isDue(emptySince, RULES.empty(), now)) {
      end(Happening.Why.EMPTY, now);
    } else {
      List.copyOf(members.values()).stream()
          .filter(member -> isAwayFor(member, RULES.memberAway(), now))
          .forEach(member -> drop(member.user(), now));
      settle(now);
    }
  }

  /** Returns when something is due by the clock; empty once it has ended. */
  public Optional<Instant> nextDue() {
    if (endedAt != null) {
      return Optional.empty();
    }
    Stream<Instant> seats =
        members.values().stream()
            .flatMap(member -> member.awaySince().stream())
            .map(since -> since.plus(RULES.memberAway()));
    Stream<Instant> handOver =
        next().isEmpty()
            ? Stream.empty()
            : host().stream()
                .flatMap(one -> one.awaySince().stream())
                .map(since -> since.plus(RULES.hostAway()));
    Stream<Instant> empty = Stream.ofNullable(emptySince).map(since -> since.plus(RULES.empty()));
    return Stream.of(Stream.of(createdAt.plus(RULES.longest())), seats, handOver, empty)
        .flatMap(dues -> dues)
        .min(Comparator.naturalOrder());
  }

  /** Finds the host that there must be now, and notes since when nobody is here. */
  private void settle(Instant now) {
    Optional<Member> current = host();
    boolean isOpen = current.isEmpty() || isAwayFor(current.get(), RULES.hostAway(), now);
    if (isOpen) {
      next().ifPresent(member -> makeHost(member, now));
    }
    if (host().isEmpty()) {
      host = null;
    }
    boolean isEmpty = next().isEmpty();
    emptySince = isEmpty ? (emptySince == null ? now : emptySince) : null;
  }

  private void makeHost(Member member, Instant now) {
    host = member.user();
    tell(new Happening.HostChanged(member), now);
  }

  /** Returns who has been here longest. */
  private Optional<Member> next() {
    return members.values().stream().filter(Member::isHere).findFirst();
  }

  private static boolean isAwayFor(Member member, Duration longest, Instant now) {
    return member.awaySince().filter(since -> isDue(since, longest, now)).isPresent();
  }

  private static boolean isDue(Instant since, Duration after, Instant now) {
    return !now.isBefore(since.plus(after));
  }

  private void mustRun(Instant now) {
    tend(now);
    if (endedAt != null) {
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
    if (!user.equals(host)) {
      throw new DomainException(PartyError.NOT_THE_HOST);
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
    return Optional.ofNullable(host).flatMap(this::member);
  }

  /** Returns everybody with a seat, in the order in which they joined. */
  public List<Member> members() {
    return List.copyOf(members.values());
  }

  public Optional<Member> member(UserId user) {
    return Optional.ofNullable(members.get(user));
  }

  public boolean isMuted(UserId user) {
    return muted.contains(user);
  }

  public Playback playback() {
    return playback;
  }

  /** Returns the number of the last thing that happened. */
  public long sequence() {
    return sequence;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Optional<Instant> endedAt() {
    return Optional.ofNullable(endedAt);
  }

  public long version() {
    return version;
  }
}
