package dev.stagedoor.providers.iptv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.stagedoor.domain.tv.Channel;
import dev.stagedoor.domain.tv.PlaylistProblem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class M3uTest {
  private static final URI HERE = URI.create("http://tv.example/lists/one.m3u");

  private static List<Channel> read(byte[] text) {
    List<Channel> all = new ArrayList<>();
    try {
      M3u.read(new ByteArrayInputStream(text), HERE, new ItemIds(), all::add);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return all;
  }

  private static List<Channel> read(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static PlaylistProblem problem(String text) {
    return catchThrowableOfType(PlaylistException.class, () -> read(text)).problem();
  }

  @Test
  void whatAnEntrySaysIsRead() {
    Channel one =
        read("""
            #EXTM3U
            #EXTINF:-1 tvg-id="news.uk" tvg-name="NEWS" tvg-logo="https://l.example/n.png" group-title="News, Sports",News 24, the first
            http://cdn.example/news/index.m3u8
            """)
            .get(0);

    assertThat(one.name()).isEqualTo("News 24, the first");
    assertThat(one.guideId()).contains("news.uk");
    assertThat(one.group()).isEqualTo("News, Sports");
    assertThat(one.logo()).contains("https://l.example/n.png");
    assertThat(one.kind()).isEqualTo(Channel.Kind.CHANNEL);
    assertThat(one.address().reveal()).isEqualTo("http://cdn.example/news/index.m3u8");
  }

  @Test
  void marksLineEndsAndOtherCodesAreUnderstood() {
    List<Channel> all =
        read(
            "\uFEFF#EXTM3U\r\n#EXTINF:0 group-title=\"Ärzte\",Ü1\r\nhttp://a.example/1\r\n\r\n"
                + "#EXTINF:-1 ,Two\rhttp://a.example/2");
    List<Channel> latin =
        read(
            "#EXTM3U\n#EXTINF:-1,Télé Zürich\nhttp://a.example/1\n"
                .getBytes(StandardCharsets.ISO_8859_1));

    assertThat(all).extracting(Channel::name).containsExactly("Ü1", "Two");
    assertThat(all.get(0).group()).isEqualTo("Ärzte");
    assertThat(latin).extracting(Channel::name).containsExactly("Télé Zürich");
  }

  @Test
  void aMissingFirstLineOtherTagsAndBareAddressesAreTaken() {
    List<Channel> all =
        read(
            """
            #EXTINF:-1,First
            #EXTGRP:Kids
            #EXTVLCOPT:http-user-agent=Somebody
            http://a.example/1|User-Agent=Somebody
            # a remark
            http://a.example/2
            #EXTINF:-1 tvg-name="Third"
            relative/3.m3u8
            """);

    assertThat(all).extracting(Channel::name).containsExactly("First", "Channel 2", "Third");
    assertThat(all).extracting(Channel::group).containsExactly("Kids", "", "");
    assertThat(all)
        .extracting(one -> one.address().reveal())
        .containsExactly(
            "http://a.example/1", "http://a.example/2", "http://tv.example/lists/relative/3.m3u8");
  }

  @Test
  void quotesThatAreNotClosedSpoilOneEntryOnly() {
    List<Channel> all =
        read(
            """
            #EXTM3U
            #EXTINF:-1 tvg-id="a" group-title="Open,Some name
            http://a.example/1
            #EXTINF:-1 tvg-id=plain group-title="Fine",Next
            http://a.example/2
            """);

    assertThat(all).extracting(Channel::name).containsExactly("Some name", "Next");
    assertThat(all.get(1).guideId()).contains("plain");
    assertThat(all.get(1).group()).isEqualTo("Fine");
  }

  @Test
  void onlyAddressesThatPlayersTakeAreTaken() {
    List<Channel> all =
        read(
            """
            #EXTM3U
            #EXTINF:-1 tvg-logo="javascript:alert(1)",Script
            javascript:alert(1)
            #EXTINF:-1,File
            file:///etc/passwd
            #EXTINF:-1 tvg-logo="data:x",Stream
            rtmp://a.example/live
            """);

    assertThat(all).extracting(Channel::name).containsExactly("Stream");
    assertThat(all.get(0).logo()).isEmpty();
  }

  @Test
  void filmsAndEpisodesAreTold() {
    List<Channel> all =
        read(
            """
            #EXTM3U
            #EXTINF:-1,A film
            http://a.example/movie/u/p/7.mkv
            #EXTINF:-1,A show S01 E02
            http://a.example/series/u/p/8.mp4
            #EXTINF:-1,Other show S01E02
            http://a.example/files/x.mp4?token=1
            #EXTINF:-1,A channel
            http://a.example/panel/live/u/p/7.ts
            """);

    assertThat(all)
        .extracting(Channel::kind)
        .containsExactly(
            Channel.Kind.MOVIE, Channel.Kind.EPISODE, Channel.Kind.EPISODE, Channel.Kind.CHANNEL);
    assertThat(all).last().extracting(Channel::itemId).isEqualTo("channel:7");
  }

  @Test
  void itemsKeepTheirIdsWhenCredentialsAndOrderChange() {
    String form =
        "#EXTM3U\n#EXTINF:-1 tvg-id=\"a\",A\nhttp://a.example/%1$s/%1$s/12.ts\n"
            + "#EXTINF:-1 tvg-id=\"b\",B\nhttp://a.example/b.m3u8?token=%1$s\n";

    assertThat(read(form.formatted("old")))
        .extracting(Channel::itemId)
        .isEqualTo(read(form.formatted("new")).stream().map(Channel::itemId).toList())
        .first()
        .isEqualTo("channel:12");
  }

  @Test
  void whatIsThereTwiceHasTwoIds() {
    List<Channel> all =
        read("#EXTM3U\n" + "#EXTINF:-1 tvg-id=\"a\",A\nhttp://a.example/a\n".repeat(3000));

    assertThat(all).extracting(Channel::itemId).doesNotHaveDuplicates().hasSize(3000);
  }

  @Test
  void wordsAreMadeFitToBeKept() {
    Channel one =
        read("#EXTM3U\n#EXTINF:-1,A\u0000B\tC " + "x".repeat(999) + "\nhttp://a/1").get(0);

    assertThat(one.name()).startsWith("A B C xxx").hasSize(Words.NAME);
    assertThat(one.address()).hasToString("****");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<!DOCTYPE html><html><body>#EXTM3U</body></html>",
        "{\"user_info\":{\"auth\":0}}",
        "hello",
        "#EXTM3U\n#EXT-X-TARGETDURATION:6\n#EXTINF:6,\nsegment.ts",
        "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\nlow.m3u8"
      })
  void whatIsNoListOfChannelsIsNone(String text) {
    assertThat(problem(text)).isEqualTo(PlaylistProblem.NOT_A_PLAYLIST);
  }

  @Test
  void aLineMayHave64KibibytesAndNotOneMore() {
    String entry = "#EXTINF:-1,A\nhttp://a.example/1\n";
    String longest = "#" + "x".repeat(Lines.LONGEST - 1);

    assertThat(read("#EXTM3U\n" + longest + "\n" + entry)).hasSize(1);
    assertThat(problem("#EXTM3U\n" + longest + "x\n" + entry)).isEqualTo(PlaylistProblem.TOO_LARGE);
  }

  @Test
  void guidesAreNamedInTheFirstLine() throws IOException {
    assertThat(guides("#EXTM3U x-tvg-url=\"http://g.example/a.xml.gz,http://g.example/b.xml\"\n"))
        .containsExactly("http://g.example/a.xml.gz", "http://g.example/b.xml");
    assertThat(guides("#EXTM3U url-tvg=http://g.example/a.xml tvg-shift=0\n"))
        .containsExactly("http://g.example/a.xml");
    assertThat(guides("#EXTM3U\n#EXTINF:-1 url-tvg=\"http://g.example\",A\n")).isEmpty();
    assertThat(guides("<html>")).isEmpty();
    assertThat(guides("")).isEmpty();
  }

  private static List<String> guides(String text) throws IOException {
    return M3u.guides(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }
}
