package dev.stagedoor.domain.party;

import java.time.Duration;

/**
 * What watch parties keep to.
 *
 * @param mostMembers how many seats a party has
 * @param mostLines how many lines a member may write within {@code linesWithin}
 * @param hostAway how long the host may be away before somebody else hosts
 * @param memberAway how long anybody may be away before their seat is free
 * @param empty how long nobody may be there before the party ends
 * @param longest how long a party lasts at most
 * @param linesShown how many lines somebody who joins gets to read
 * @param kept how long a party and its lines are kept once it has ended
 * @param silence after how long a server that says nothing is taken for dead
 */
public record PartyRules(
    int mostMembers,
    int mostLines,
    Duration linesWithin,
    Duration hostAway,
    Duration memberAway,
    Duration empty,
    Duration longest,
    int linesShown,
    Duration kept,
    Duration silence) {
  /** The longest name somebody may have in a party. */
  public static final int LONGEST_NAME = 60;

  /** The longest line. */
  public static final int LONGEST_LINE = 500;

  public static PartyRules standard() {
    return new PartyRules(
        50,
        5,
        Duration.ofSeconds(10),
        Duration.ofSeconds(10),
        Duration.ofMinutes(2),
        Duration.ofMinutes(10),
        Duration.ofHours(12),
        50,
        Duration.ofHours(24),
        Duration.ofSeconds(6));
  }
}
