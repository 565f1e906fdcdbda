package dev.stagedoor.domain.party;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.DomainException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who has a seat in a party, and which of them hosts. A value: what changes it answers another.
 *
 * <p>There are never more members than seats. One of them hosts, unless nobody is here, and a host
 * who is away makes room for somebody who is here after a while. Who was removed does not come
 * back.
 *
 * @param members in the order in which they joined
 * @param hostId whose turn it is to host; empty where nobody is here
 * @param removed who must not take a seat again
 * @param emptySince since when nobody is here
 */
public record Seats(
    List<Member> members,
    Optional<UserId> hostId,
    Set<UserId> removed,
    Optional<Instant> emptySince) {
  private static final PartyRules RULES = PartyRules.standard();

  public Seats {
    members = List.copyOf(members);
    removed = Set.copyOf(removed);
  }

  /** Seats that nobody took yet. */
  static Seats free(Instant since) {
    return new Seats(List.of(), Optional.empty(), Set.of(), Optional.of(since));
  }

  public Optional<Member> member(UserId user) {
    return members.stream().filter(member -> member.user().equals(user)).findFirst();
  }

  public Optional<Member> host() {
    return hostId.flatMap(this::member);
  }

  /**
   * Returns who somebody is once they have taken a seat, or taken theirs again.
   *
   * @throws DomainException {@code REMOVED_FROM_PARTY}, {@code PARTY_FULL}, or {@code
   *     INVALID_VALUE} for a name that is none
   */
  Member arriving(UserId user, String name, Instant now) {
    String clean = PartyText.clean("userName", name, PartyRules.LONGEST_NAME);
    if (removed.contains(user)) {
      throw new DomainException(PartyError.REMOVED_FROM_PARTY);
    }
    Optional<Member> known = member(user);
    if (known.isEmpty() && members.size() >= RULES.mostMembers()) {
      throw new DomainException(PartyError.PARTY_FULL, Map.of("limit", RULES.mostMembers()));
    }
    return known
        .map(member -> member.hereAs(clean))
        .orElseGet(() -> new Member(user, clean, now, Optional.empty(), false));
  }

  /** Seats somebody, on the seat they have if they have one. */
  Seats with(Member member) {
    return member(member.user()).isPresent()
        ? having(
            members.stream().map(one -> one.user().equals(member.user()) ? member : one).toList())
        : having(Stream.concat(members.stream(), Stream.of(member)).toList());
  }

  Seats without(UserId user) {
    return having(members.stream().filter(member -> !member.user().equals(user)).toList());
  }

  /** Frees a seat for somebody else: who had it cannot come back. */
  Seats removing(UserId user) {
    Set<UserId> all = new HashSet<>(removed);
    all.add(user);
    return new Seats(without(user).members, hostId, all, emptySince);
  }

  Seats withNobodyReady() {
    return having(members.stream().map(member -> member.ready(false)).toList());
  }

  Seats hostedBy(UserId user) {
    return new Seats(members, Optional.of(user), removed, emptySince);
  }

  private Seats having(List<Member> others) {
    return new Seats(others, hostId, removed, emptySince);
  }

  /**
   * Finds the host that there must be now, and notes since when nobody is here: a host who is gone,
   * or was away for too long, makes room for who has been here longest.
   */
  Seats settled(Instant now) {
    Optional<Member> next = longestHere();
    Optional<Member> host = host();
    boolean isOpen = host.filter(one -> !isAwayFor(one, RULES.hostAway(), now)).isEmpty();
    return new Seats(
        members,
        (isOpen ? next.or(() -> host) : host).map(Member::user),
        removed,
        next.isPresent() ? Optional.empty() : emptySince.or(() -> Optional.of(now)));
  }

  /** Returns those who were away for so long that their seats are free. */
  List<Member> overdue(Instant now) {
    return members.stream().filter(one -> isAwayFor(one, RULES.memberAway(), now)).toList();
  }

  /** Returns whether nobody was here for so long that nobody is waited for any more. */
  boolean areGivenUp(Instant now) {
    return emptySince.filter(since -> !now.isBefore(since.plus(RULES.empty()))).isPresent();
  }

  /** Returns when a seat will be free, somebody else host, or nobody be waited for any more. */
  Optional<Instant> nextDue() {
    Stream<Instant> free =
        members.stream()
            .flatMap(member -> member.awaySince().stream())
            .map(since -> since.plus(RULES.memberAway()));
    Stream<Instant> handOver =
        longestHere()
            .flatMap(next -> host())
            .flatMap(Member::awaySince)
            .map(since -> since.plus(RULES.hostAway()))
            .stream();
    Stream<Instant> givenUp = emptySince.map(since -> since.plus(RULES.empty())).stream();
    return Stream.of(free, handOver, givenUp).flatMap(dues -> dues).min(Comparator.naturalOrder());
  }

  private Optional<Member> longestHere() {
    return members.stream().filter(Member::isHere).findFirst();
  }

  private static boolean isAwayFor(Member member, Duration longest, Instant now) {
    return member.awaySince().filter(since -> !now.isBefore(since.plus(longest))).isPresent();
  }
}
