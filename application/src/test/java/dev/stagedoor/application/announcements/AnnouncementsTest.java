package dev.stagedoor.application.announcements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.announcements.Announcement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnnouncementsTest {
  private record Rang(int times) implements Announcement {}

  private record Closed() implements Announcement {}

  private final Announcements announcements = new Announcements();
  private final List<Integer> heard = new ArrayList<>();

  @Test
  void everybodyWhoReactsHearsAFactInOrder() {
    announcements.on(Rang.class, rang -> heard.add(rang.times()));
    announcements.on(Rang.class, rang -> heard.add(-rang.times()));

    announcements.announce(List.of(new Rang(1), new Closed(), new Rang(2)));

    assertThat(heard).containsExactly(1, -1, 2, -2);
  }

  @Test
  void aReactionThatFailsIsNotHidden() {
    announcements.on(
        Rang.class,
        rang -> {
          throw new IllegalStateException("made to fail");
        });

    assertThatThrownBy(() -> announcements.announce(List.of(new Rang(1))))
        .hasMessage("made to fail");
  }
}
