package dev.stagedoor.application.tv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.tv.LivingRoom.Viewer;
import dev.stagedoor.domain.messaging.OutgoingMessage;
import dev.stagedoor.domain.notifications.Category;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TvNoticesTest {
  private static final Duration DAY = Duration.ofDays(1);
  private static final String ENDING = "Your trial ends on June 8, 2025";

  private final LivingRoom room = new LivingRoom();

  @Test
  void whoeverSignsUpIsWelcomed() {
    Viewer john = room.signsUp();

    OutgoingMessage mail = room.house.mailsTo(john.email()).get(0);
    assertThat(mail.content().subject()).isEqualTo("Welcome, John Doe");
    assertThat(mail.content().html())
        .contains("<a href=\"https://stagedoor.example.org/tv\">https://stagedoor.example.org/tv");
    assertThat(mail.content().unsubscribe()).isEmpty();
  }

  @Test
  void twoDaysBeforeATrialEndsItsHolderHearsOfItOnce() {
    Viewer john = room.signsUp();
    room.house.later(DAY.multipliedBy(4));
    assertThat(subjects(john)).doesNotContain(ENDING);

    room.house.later(DAY);
    room.house.later(DAY);
    room.house.later(Duration.ofHours(1));

    assertThat(subjects(john)).containsOnlyOnce(ENDING);
    OutgoingMessage mail = room.house.mailsTo(john.email()).get(1);
    assertThat(mail.content().text()).contains("https://stagedoor.example.org/tv/plans");
    assertThat(mail.content().headers())
        .containsEntry("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
  }

  @Test
  void whoPaysAlreadyHearsNothing() {
    Viewer john = room.signsUp();
    room.subscribes(john, LivingRoom.FAMILY);
    room.house.later(DAY.multipliedBy(6));

    assertThat(subjects(john)).doesNotContain(ENDING);
  }

  @Test
  void whoDoesNotWantToHearHearsNothing() {
    Viewer john = room.signsUp();
    room.house
        .stagedoor()
        .preferences()
        .change(john.actor(), Map.of(Category.PRODUCT, false), Optional.empty());
    room.house.later(DAY.multipliedBy(6));

    assertThat(subjects(john)).doesNotContain(ENDING);
  }

  @Test
  void nobodyHearsOfATrialThatIsOver() {
    Viewer john = room.signsUp();
    room.house.later(DAY.multipliedBy(8));

    assertThat(subjects(john)).doesNotContain(ENDING);
  }

  private List<String> subjects(Viewer viewer) {
    return room.house.mailsTo(viewer.email()).stream()
        .map(mail -> mail.content().subject())
        .toList();
  }
}
