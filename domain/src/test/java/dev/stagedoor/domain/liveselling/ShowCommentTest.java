package dev.stagedoor.domain.liveselling;

import static dev.stagedoor.domain.fixture.LiveSellingSamples.aBuyer;
import static dev.stagedoor.domain.fixture.LiveSellingSamples.aComment;
import static dev.stagedoor.domain.fixture.LiveSellingSamples.aShowId;
import static dev.stagedoor.domain.fixture.LiveSellingSamples.aWorkspaceId;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.Samples.aRef;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Fault;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShowCommentTest {
  private static List<String> faults(Runnable making) {
    try {
      making.run();
      return List.of();
    } catch (DomainException refused) {
      return refused.faults().stream().map(Fault::field).toList();
    }
  }

  private static ShowComment comment(String id, String text, Instant at) {
    return new ShowComment(
        aShowId(), id, Optional.empty(), text, at, NOW, Optional.empty(), Optional.empty());
  }

  @Test
  void aCommentHasAnIdAndAnEnd() {
    assertThat(faults(() -> comment(" ", "x".repeat(8_001), NOW)))
        .containsExactly("commentId", "text");
    assertThat(faults(() -> comment("x".repeat(256), "", NOW))).containsExactly("commentId");
    assertThat(faults(() -> comment("x".repeat(255), "x".repeat(8_000), NOW))).isEmpty();
  }

  @Test
  void aBuyerHasAnIdAndAName() {
    assertThat(faults(() -> new Buyer(" ", ""))).containsExactly("platformUserId", "handle");
    assertThat(faults(() -> new Buyer("x".repeat(256), "y".repeat(256))))
        .containsExactly("platformUserId", "handle");
    assertThat(new Buyer(" 1 ", " Ann ")).isEqualTo(new Buyer("1", "Ann"));
  }

  @Test
  void whyItIsIgnoredCanBeNotedAndTakenBack() {
    ShowComment comment = aComment(aShowId(), aBuyer());

    assertThat(comment.ignored(IgnoredWhy.REMOVED).ignored()).contains(IgnoredWhy.REMOVED);
    assertThat(comment.ignored(IgnoredWhy.ALREADY_CLAIMED).claiming()).isEqualTo(comment);
  }

  @Test
  void aCommentDoesNotShowWhatSomebodyWroteInALog() {
    assertThat(comment("c-1", "my number is 555", NOW)).hasToString("comment c-1");
    assertThat(aBuyer("Grace").toString()).doesNotContain("Grace");
  }

  @Test
  void aMessageOfBeforeDoesNotCloseTheWindowThatALaterOneOpened() {
    Contact contact = new Contact(aWorkspaceId(), aRef(), Optional.empty(), Optional.empty());

    Contact wrote = contact.wrote(NOW);

    assertThat(wrote.lastMessageAt()).contains(NOW);
    assertThat(wrote.wrote(NOW.minusSeconds(1))).isEqualTo(wrote);
    assertThat(wrote.wrote(NOW.plusSeconds(1)).lastMessageAt()).contains(NOW.plusSeconds(1));
    assertThat(wrote.is("id-Ann").buyer()).contains("id-Ann");
  }
}
