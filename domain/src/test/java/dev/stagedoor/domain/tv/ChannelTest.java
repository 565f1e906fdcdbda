package dev.stagedoor.domain.tv;

import static dev.stagedoor.domain.fixture.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.fixture.WatchSamples;
import dev.stagedoor.domain.kernel.Secret;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChannelTest {
  @Test
  void whatAServiceSaysIsCutToWhatFits() {
    Channel channel =
        new Channel(
            " i".repeat(300),
            Channel.Kind.MOVIE,
            "n".repeat(9_000),
            "g".repeat(9_000),
            Optional.of("l".repeat(2_001)),
            Optional.of("\u0000"),
            Secret.of("https://iptv.example.org/1"));

    assertThat(channel.itemId()).hasSizeLessThanOrEqualTo(Item.MAX_ID).startsWith("i i");
    assertThat(channel.name()).hasSize(Channel.MAX_NAME);
    assertThat(channel.group()).hasSize(Channel.MAX_GROUP);
    assertThat(channel.logo()).isEmpty();
    assertThat(channel.guideId()).isEmpty();
  }

  @Test
  void whatNoDatabaseKeepsBecomesASpace() {
    Channel channel = WatchSamples.aChannel("1", "A\u0000B\nC\uD800D \uD83D\uDCFA");

    assertThat(channel.name()).isEqualTo("A B C D \uD83D\uDCFA");
  }

  @Test
  void noCharacterIsCutInHalf() {
    Channel channel = WatchSamples.aChannel("1", "x" + "\uD83D\uDCFA".repeat(200));

    assertThat(channel.name()).isEqualTo("x" + "\uD83D\uDCFA".repeat(149));
  }

  @Test
  void whatFitsStaysAsItIs() {
    Channel channel = WatchSamples.aChannel("tvg:1", "Das Érste नमस्ते \uD83D\uDCFA");

    assertThat(channel.itemId()).isEqualTo("tvg:1");
    assertThat(channel.name()).isEqualTo("Das Érste नमस्ते \uD83D\uDCFA");
    assertThat(channel.logo()).contains("https://iptv.example.org/logos/tvg:1.png");
    assertThat(channel.guideId()).contains("guide.tvg:1");
  }

  @Test
  void aProgrammeIsCutToo() {
    Programme programme =
        new Programme("g".repeat(300), NOW, NOW, "t".repeat(400), "d".repeat(9_000));

    assertThat(programme.guideId()).hasSize(Channel.MAX_GUIDE_ID);
    assertThat(programme.title()).hasSize(Programme.MAX_TITLE);
    assertThat(programme.description()).hasSize(Programme.MAX_DESCRIPTION);
  }

  @Test
  void whatOneCanWatchIsFoundByItsName() {
    for (Channel.Kind kind : Channel.Kind.values()) {
      assertThat(Channel.Kind.find(kind.code())).contains(kind);
    }
    assertThat(Channel.Kind.find(" MOVIE ")).contains(Channel.Kind.MOVIE);
    assertThat(Channel.Kind.find("song")).isEmpty();
  }
}
