package dev.stagedoor.domain.liveselling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.channels.DirectMessage;
import dev.stagedoor.domain.fixture.Samples;
import dev.stagedoor.domain.kernel.ProviderRef;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every way of sending, and every reason for it. */
class SendPolicyTest {
  private static final Instant NOW = Samples.NOW;
  private static final ProviderRef COMMENT = ProviderRef.of("facebook", "comment");
  private static final ProviderRef PERSON = ProviderRef.of("facebook", "person");

  private static Optional<Instant> ago(long minutes) {
    return minutes < 0 ? Optional.empty() : Optional.of(NOW.minus(Duration.ofMinutes(minutes)));
  }

  // Times are minutes ago, -1 for never; a week is 10,080 minutes, a day 1,440.
  @ParameterizedTest
  @CsvSource({
    // link, page, comments, open comment, person, last message, replies
    "true,  true,  true,  0,     false, -1,   0,   PRIVATE_REPLY, REPLY_TO_COMMENT",
    "true,  true,  true,  10078, false, -1,   0,   PRIVATE_REPLY, REPLY_TO_COMMENT",
    "true,  true,  true,  10079, false, -1,   0,   MANUAL,        COMMENT_TOO_OLD",
    "true,  true,  true,  0,     true,  0,    0,   PRIVATE_REPLY, REPLY_TO_COMMENT",
    "true,  true,  true,  0,     false, -1,   749, PRIVATE_REPLY, REPLY_TO_COMMENT",
    "true,  true,  true,  0,     false, -1,   750, MANUAL,        RATE_CAP",
    "true,  true,  true,  0,     true,  0,    750, MESSAGE,       INSIDE_WINDOW",
    "true,  true,  true,  0,     true,  1439, 750, MANUAL,        RATE_CAP",
    "true,  true,  true,  -1,    true,  1438, 0,   MESSAGE,       INSIDE_WINDOW",
    "true,  true,  true,  -1,    true,  1439, 0,   MANUAL,        WINDOW_CLOSED",
    "true,  true,  true,  -1,    true,  -1,   0,   MANUAL,        REPLY_USED",
    "true,  true,  true,  -1,    false, -1,   0,   MANUAL,        REPLY_USED",
    "true,  true,  true,  -1,    false, 0,    0,   MANUAL,        WINDOW_CLOSED",
    "true,  true,  true,  10080, true,  5,    0,   MESSAGE,       INSIDE_WINDOW",
    "true,  true,  false, -1,    false, -1,   0,   MANUAL,        NO_COMMENT",
    "true,  true,  false, -1,    true,  5,    0,   MESSAGE,       INSIDE_WINDOW",
    "true,  false, true,  0,     true,  0,    0,   MANUAL,        NO_PAGE",
    "false, true,  true,  0,     true,  0,    0,   MANUAL,        NO_LINK"
  })
  void theBestWayThatIsOpenIsTaken(
      boolean hasLink,
      boolean hasPage,
      boolean hasComments,
      long commentAge,
      boolean hasPerson,
      long messageAge,
      int replies,
      SendChannel channel,
      SendReason reason) {
    SendPolicy.Choice choice =
        SendPolicy.choose(
            new SendPolicy.Facts(
                hasLink,
                hasPage,
                hasComments,
                ago(commentAge).map(at -> new SendPolicy.OpenComment(COMMENT, at)),
                hasPerson ? Optional.of(PERSON) : Optional.empty(),
                ago(messageAge),
                replies),
            NOW);

    Optional<DirectMessage.Recipient> to =
        switch (channel) {
          case PRIVATE_REPLY -> Optional.of(new DirectMessage.Commenter(COMMENT));
          case MESSAGE -> Optional.of(new DirectMessage.Person(PERSON));
          case MANUAL -> Optional.empty();
        };
    assertThat(choice).isEqualTo(new SendPolicy.Choice(channel, reason, to));
  }
}
