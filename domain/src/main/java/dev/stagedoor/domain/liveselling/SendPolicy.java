package dev.stagedoor.domain.liveselling;

import dev.stagedoor.domain.channels.DirectMessage;
import dev.stagedoor.domain.kernel.ProviderRef;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Chooses how a buyer gets a link, by Meta's rules: the private reply to a claim's comment first,
 * then a message inside the 24 hours after the buyer's last one, else the operator. See <a
 * href="https://developers.facebook.com/docs/messenger-platform/discovery/private-replies">private
 * replies</a>.
 */
public final class SendPolicy {
  /** How long after a comment it can be answered in private. */
  public static final Duration REPLY_LIFE = Duration.ofDays(7);

  /** How long after a buyer's message they can be written to. */
  public static final Duration WINDOW = Duration.ofHours(24);

  /** How many private replies one page sends in an hour. */
  public static final int REPLIES_PER_HOUR = 750;

  // So that a comment or a window does not end while the message is on its way.
  private static final Duration MARGIN = Duration.ofMinutes(1);

  private SendPolicy() {}

  /** A comment of the buyer that has had no reply yet. */
  public record OpenComment(ProviderRef ref, Instant postedAt) {}

  /**
   * What is known of a buyer and of the page.
   *
   * @param hasLink whether there is a page to pay on
   * @param hasPage whether a page is connected and works
   * @param hasComments whether the buyer has any comment from that platform
   * @param comment the newest that has had no reply
   * @param person how to write to the buyer
   * @param lastMessageAt when the buyer last wrote to the page
   * @param repliesThisHour how many private replies the page sent in the last hour
   */
  public record Facts(
      boolean hasLink,
      boolean hasPage,
      boolean hasComments,
      Optional<OpenComment> comment,
      Optional<ProviderRef> person,
      Optional<Instant> lastMessageAt,
      int repliesThisHour) {}

  /** What to do, and why. */
  public record Choice(
      SendChannel channel, SendReason reason, Optional<DirectMessage.Recipient> to) {
    static Choice manual(SendReason why) {
      return new Choice(SendChannel.MANUAL, why, Optional.empty());
    }
  }

  public static Choice choose(Facts facts, Instant now) {
    if (!facts.hasLink()) {
      return Choice.manual(SendReason.NO_LINK);
    }
    if (!facts.hasPage()) {
      return Choice.manual(SendReason.NO_PAGE);
    }
    Optional<OpenComment> fresh =
        facts.comment().filter(comment -> isWithin(comment.postedAt(), REPLY_LIFE, now));
    boolean isBelowCap = facts.repliesThisHour() < REPLIES_PER_HOUR;
    if (fresh.isPresent() && isBelowCap) {
      return new Choice(
          SendChannel.PRIVATE_REPLY,
          SendReason.REPLY_TO_COMMENT,
          Optional.of(new DirectMessage.Commenter(fresh.get().ref())));
    }
    if (facts.person().isPresent()
        && facts.lastMessageAt().filter(at -> isWithin(at, WINDOW, now)).isPresent()) {
      return new Choice(
          SendChannel.MESSAGE,
          SendReason.INSIDE_WINDOW,
          Optional.of(new DirectMessage.Person(facts.person().get())));
    }
    if (fresh.isPresent()) {
      return Choice.manual(SendReason.RATE_CAP);
    }
    if (!facts.hasComments()) {
      return Choice.manual(SendReason.NO_COMMENT);
    }
    if (facts.comment().isPresent()) {
      return Choice.manual(SendReason.COMMENT_TOO_OLD);
    }
    return Choice.manual(
        facts.lastMessageAt().isPresent() ? SendReason.WINDOW_CLOSED : SendReason.REPLY_USED);
  }

  private static boolean isWithin(Instant then, Duration life, Instant now) {
    return now.isBefore(then.plus(life).minus(MARGIN));
  }
}
