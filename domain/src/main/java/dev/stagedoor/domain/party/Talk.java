package dev.stagedoor.domain.party;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.DomainException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who may write in a party, and how fast. A value: what changes it answers another. Who was
 * silenced stays so when they leave and come back.
 *
 * @param muted who may not, whether they are there or not
 * @param spoken who wrote lately
 */
public record Talk(Set<UserId> muted, List<Spoken> spoken) {
  private static final PartyRules RULES = PartyRules.standard();

  /** Somebody wrote a line at that time. */
  public record Spoken(UserId user, Instant at) {}

  public Talk {
    muted = Set.copyOf(muted);
    spoken = List.copyOf(spoken);
  }

  static Talk silence() {
    return new Talk(Set.of(), List.of());
  }

  boolean isMuted(UserId user) {
    return muted.contains(user);
  }

  /**
   * Makes sure that somebody may write.
   *
   * @throws DomainException {@code MUTED}
   */
  void mustLet(UserId user) {
    if (isMuted(user)) {
      throw new DomainException(PartyError.MUTED);
    }
  }

  /** Lets somebody write no more, or again. */
  Talk muting(UserId user, boolean isMuted) {
    Set<UserId> all = new HashSet<>(muted);
    if (isMuted) {
      all.add(user);
    } else {
      all.remove(user);
    }
    return new Talk(all, spoken);
  }

  /**
   * Notes that somebody writes a line.
   *
   * @throws DomainException {@code TOO_FAST}
   */
  Talk with(UserId user, Instant now) {
    List<Spoken> lately =
        spoken.stream().filter(one -> one.at().plus(RULES.linesWithin()).isAfter(now)).toList();
    List<Spoken> own = lately.stream().filter(one -> one.user().equals(user)).toList();
    if (own.size() >= RULES.mostLines()) {
      Duration wait = Duration.between(now, own.get(0).at().plus(RULES.linesWithin()));
      throw new DomainException(
          PartyError.TOO_FAST, Map.of("retryAfter", wait.plusMillis(999).toSeconds()));
    }
    return new Talk(
        muted, Stream.concat(lately.stream(), Stream.of(new Spoken(user, now))).toList());
  }
}
