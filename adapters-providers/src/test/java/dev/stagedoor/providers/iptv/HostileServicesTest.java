package dev.stagedoor.providers.iptv;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.tv.FetchOutcome;
import dev.stagedoor.domain.tv.PlaylistAccess;
import dev.stagedoor.domain.tv.PlaylistProblem;
import dev.stagedoor.providers.support.NamedStreams;
import dev.stagedoor.providers.support.ProviderRuntime;
import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** What services do that mean no good, or are broken; and that none of it fills memory. */
class HostileServicesTest {
  private static final String CANARY = "canary-91b2";
  private static final int MEBIBYTE = 1 << 20;
  private static final long GROWTH = 32L * MEBIBYTE;

  private final IptvFarSide farSide = new IptvFarSide();
  private final AtomicLong highest = new AtomicLong();
  private final Logger log = (Logger) LoggerFactory.getLogger("dev.stagedoor");
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
  private Iptv iptv = open(NamedStreams.Limits.DEFAULT);

  private static Iptv open(NamedStreams.Limits limits) {
    return Iptv.open(
        new IptvConfig(List.of("127.0.0.1")), List.of(), ProviderRuntime.plain(), limits);
  }

  @AfterEach
  void close() {
    log.detachAppender(lines);
    log.setLevel(null);
    iptv.close();
    farSide.close();
  }

  private void allow(NamedStreams.Limits limits) {
    iptv.close();
    iptv = open(limits);
  }

  private static PlaylistAccess access(String url) {
    return new PlaylistAccess(Secret.of(url), Optional.empty(), Optional.empty());
  }

  private PlaylistAccess account() {
    return new PlaylistAccess(
        Secret.of(farSide.at("")), Optional.of("ada"), Optional.of(Secret.of(CANARY)));
  }

  private FetchOutcome outcome(PlaylistAccess access) {
    return iptv.playlists().fetch(access, batch -> {});
  }

  private PlaylistProblem problem(PlaylistAccess access) {
    return ((FetchOutcome.Failed) outcome(access)).problem();
  }

  private PlaylistProblem problemWith(IptvFarSide.Behaviour behaviour) {
    farSide.on("/list", behaviour);
    return problem(access(farSide.at("/list")));
  }

  private PlaylistProblem guideProblem(IptvFarSide.Behaviour behaviour) {
    farSide.on("/guide", behaviour);
    farSide.on("/guided", "#EXTM3U url-tvg=\"/guide\"\n");
    FetchOutcome outcome = iptv.playlists().fetchGuide(access(farSide.at("/guided")), batch -> {});
    return ((FetchOutcome.Failed) outcome).problem();
  }

  /** Returns what was in use right after a collection, however much was made since. */
  private static long used() {
    Runtime.getRuntime().gc();
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null)
        .mapToLong(pool -> pool.getCollectionUsage().getUsed())
        .sum();
  }

  private void look() {
    highest.accumulateAndGet(used(), Math::max);
  }

  /** Repeats something until so much was written, and looks at the heap now and then. */
  private void repeat(OutputStream out, String text, long bytes) throws Exception {
    byte[] piece =
        text.repeat(Math.max(1, 65_536 / text.length())).getBytes(StandardCharsets.UTF_8);
    long next = 0;
    for (long written = 0; written < bytes; written += piece.length) {
      if (written >= next) {
        look();
        next += 16L * MEBIBYTE;
      }
      out.write(piece);
    }
  }

  private void assertFlat(long before) {
    assertThat(highest.get()).as("somebody has looked").isPositive();
    assertThat(highest.get() - before).isLessThan(GROWTH);
  }

  private static byte[] entry(int number) {
    return ("#EXTINF:-1 tvg-id=\"" + number + "\" group-title=\"G\",C\nhttp://a/" + number + "\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void threeHundredThousandEntriesAreTakenInFlatMemoryAndOneMoreIsNot() {
    for (int entries : List.of(300_000, 300_001)) {
      farSide.on(
          "/list",
          IptvFarSide.streaming(
              out -> {
                BufferedOutputStream buffered = new BufferedOutputStream(out, 65_536);
                buffered.write("#EXTM3U\n".getBytes(StandardCharsets.UTF_8));
                for (int i = 0; i < entries; i++) {
                  buffered.write(entry(i));
                  if (i % 50_000 == 0) {
                    look();
                  }
                }
                buffered.flush();
              }));
      long before = used();

      FetchOutcome outcome = outcome(access(farSide.at("/list")));

      assertThat(outcome instanceof FetchOutcome.Fetched).isEqualTo(entries == 300_000);
      if (outcome instanceof FetchOutcome.Failed failed) {
        assertThat(failed.problem()).isEqualTo(PlaylistProblem.TOO_LARGE);
      }
      assertFlat(before);
    }
  }

  @Test
  void anEndlessBodyIsTooLarge() {
    long before = used();

    PlaylistProblem problem =
        problemWith(
            IptvFarSide.streaming(
                out -> repeat(out, "#EXTM3U\n# nothing at all\n", Long.MAX_VALUE)));

    assertThat(problem).isEqualTo(PlaylistProblem.TOO_LARGE);
    assertFlat(before);
  }

  @Test
  void whatIsInflatedIsCounted() {
    long before = used();
    IptvFarSide.Behaviour bomb =
        IptvFarSide.streaming(
            out -> {
              try (GZIPOutputStream deflated = new GZIPOutputStream(out)) {
                repeat(deflated, "#EXTM3U\n#                  \n", 1L << 31);
              }
            });

    assertThat(problemWith(bomb)).isEqualTo(PlaylistProblem.TOO_LARGE);
    assertFlat(before);
    assertThat(guideProblem(bombOf("<tv>", "<a></a>"))).isEqualTo(PlaylistProblem.TOO_LARGE);
    assertFlat(before);
  }

  private IptvFarSide.Behaviour bombOf(String head, String filling) {
    return IptvFarSide.streaming(
        out -> {
          try (GZIPOutputStream deflated = new GZIPOutputStream(out)) {
            deflated.write(head.getBytes(StandardCharsets.UTF_8));
            repeat(deflated, filling, 1L << 31);
          }
        });
  }

  @Test
  void aDeflatedPlaylistIsInflated() {
    farSide.on(
        "/list.m3u.gz",
        IptvFarSide.streaming(
            out -> {
              try (GZIPOutputStream deflated = new GZIPOutputStream(out)) {
                deflated.write(
                    "#EXTM3U\n#EXTINF:-1,A\nhttp://a/1\n".getBytes(StandardCharsets.UTF_8));
              }
            }));

    assertThat(outcome(access(farSide.at("/list.m3u.gz")))).isEqualTo(new FetchOutcome.Fetched(1));
    assertThat(problemWith(IptvFarSide.bytes(new byte[] {0x1f, (byte) 0x8b, 8, 0, 1, 2})))
        .isIn(PlaylistProblem.NOT_A_PLAYLIST, PlaylistProblem.UNREACHABLE);
  }

  @Test
  void aServiceThatFallsSilentIsUnreachable() {
    allow(NamedStreams.Limits.DEFAULT.withTotal(Duration.ofMillis(400)));

    assertThat(problemWith(farSide.silentAfter("#EXTM3U\n#EXTINF:-1,A\n")))
        .isEqualTo(PlaylistProblem.UNREACHABLE);
  }

  @ParameterizedTest
  @CsvSource({
    "401,CREDENTIALS_REFUSED",
    "403,CREDENTIALS_REFUSED",
    "404,SERVICE_FAILED",
    "429,SERVICE_FAILED",
    "500,SERVICE_FAILED",
    "503,SERVICE_FAILED"
  })
  void refusalsAreTold(int status, PlaylistProblem problem) {
    assertThat(problemWith(IptvFarSide.status(status, CANARY))).isEqualTo(problem);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.2/x",
        "http://localhost:1/x",
        "http://10.0.0.1/x",
        "http://192.168.1.1/x",
        "http://169.254.169.254/latest/meta-data",
        "http://[::1]/x",
        "http://[::ffff:127.0.0.2]/x",
        "http://[::ffff:a00:1]/x",
        "http://[fd00::1]/x",
        "http://2130706434/x"
      })
  void whatLeadsInsideIsNotAllowedNeitherByItselfNorByARedirect(String address) {
    assertThat(problem(access(address))).isEqualTo(PlaylistProblem.ADDRESS_NOT_ALLOWED);
    assertThat(problemWith(IptvFarSide.redirect(address)))
        .isEqualTo(PlaylistProblem.ADDRESS_NOT_ALLOWED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"file:///etc/passwd", "ftp://a.example/x", "http://ada:word@127.0.0.1/x"})
  void aRedirectLeadsToTheWebOnly(String address) {
    assertThat(problemWith(IptvFarSide.redirect(address)))
        .isEqualTo(PlaylistProblem.ADDRESS_NOT_ALLOWED);
  }

  @Test
  void threeRedirectsAreFollowedAndNoFourth() {
    farSide.on("/end", "#EXTM3U\n#EXTINF:-1,A\nhttp://a/1\n");
    farSide.on("/3", IptvFarSide.redirect("/end"));
    farSide.on("/2", IptvFarSide.redirect(farSide.at("/3")));
    farSide.on("/1", IptvFarSide.redirect("/2"));
    farSide.on("/0", IptvFarSide.redirect("/1"));

    assertThat(outcome(access(farSide.at("/1")))).isEqualTo(new FetchOutcome.Fetched(1));
    assertThat(problem(access(farSide.at("/0")))).isEqualTo(PlaylistProblem.SERVICE_FAILED);
    assertThat(problemWith(IptvFarSide.redirect("http://[no address")))
        .isEqualTo(PlaylistProblem.SERVICE_FAILED);
  }

  @Test
  void listsOfAnAccountAreRead() {
    farSide
        .on("/player_api.php", "{\"user_info\":{\"auth\":1,\"status\":\"Active\"}}")
        .on(
            "/player_api.php?get_live_categories",
            "[{\"category_id\":\"3\",\"category_name\":\"News\"}]")
        .on(
            "/player_api.php?get_live_streams",
            "[{\"num\":1,\"name\":\"One\",\"stream_id\":11,\"stream_icon\":\"https://l/1.png\","
                + "\"epg_channel_id\":null,\"category_id\":\"3\",\"more\":{\"a\":[1]}},"
                + "{\"name\":\"No number\"}, 7]")
        .on("/player_api.php?get_vod_categories", "{}")
        .on(
            "/player_api.php?get_vod_streams",
            "[{\"name\":\"Film\",\"stream_id\":\"12\",\"container_extension\":\"mkv\"}]");
    StringBuilder told = new StringBuilder();

    FetchOutcome outcome =
        iptv.playlists()
            .fetch(
                account(),
                batch ->
                    batch.forEach(
                        one ->
                            told.append(one.itemId())
                                .append(' ')
                                .append(one.name())
                                .append(' ')
                                .append(one.group())
                                .append(' ')
                                .append(one.address().reveal().replace(farSide.at(""), ""))
                                .append('\n')));

    assertThat(outcome).isEqualTo(new FetchOutcome.Fetched(2));
    assertThat(told)
        .hasToString(
            "channel:11 One News /live/ada/"
                + CANARY
                + "/11.m3u8\nmovie:12 Film  /movie/ada/"
                + CANARY
                + "/12.mkv\n");
  }

  @Test
  void anAccountNobodyKnowsIsRefused() {
    farSide.on("/player_api.php", "{\"user_info\":{\"auth\":0}}");
    assertThat(problem(account())).isEqualTo(PlaylistProblem.CREDENTIALS_REFUSED);

    farSide.on("/player_api.php", "{\"user_info\":{\"auth\":1,\"status\":\"Expired\"}}");
    assertThat(problem(account())).isEqualTo(PlaylistProblem.CREDENTIALS_REFUSED);
  }

  @Test
  void aServiceWithoutListsGivesItsPlaylist() {
    farSide.on("/get.php", "#EXTM3U\n#EXTINF:-1,A\nhttp://a/live/ada/x/5.m3u8\n");

    assertThat(outcome(account())).isEqualTo(new FetchOutcome.Fetched(1));
    assertThat(farSide.asked).anyMatch(one -> one.startsWith("/get.php?username=ada&password="));
  }

  @Test
  void listsThatBreakOffOrAreNoneAreNoPlaylist() {
    farSide
        .on("/player_api.php", "{\"user_info\":{\"auth\":1}}")
        .on("/player_api.php?get_live_categories", "[]");

    for (String broken :
        List.of(
            "[{\"name\":\"One\",\"stream_id\":1},{\"na", "[{\"stream_id\":1}", "<html>", "\"x\"")) {
      farSide.on("/player_api.php?get_live_streams", broken);
      assertThat(problem(account())).as(broken).isEqualTo(PlaylistProblem.NOT_A_PLAYLIST);
    }
  }

  @Test
  void wordsAndDepthsWithoutEndAreTooLarge() {
    farSide
        .on("/player_api.php", "{\"user_info\":{\"auth\":1}}")
        .on("/player_api.php?get_live_categories", "[]");
    long before = used();

    farSide.on(
        "/player_api.php?get_live_streams",
        IptvFarSide.streaming(
            out -> {
              out.write("[{\"name\":\"".getBytes(StandardCharsets.UTF_8));
              repeat(out, "x", Long.MAX_VALUE);
            }));
    assertThat(problem(account())).isEqualTo(PlaylistProblem.TOO_LARGE);
    farSide.on(
        "/player_api.php?get_live_streams",
        IptvFarSide.streaming(out -> repeat(out, "[", Long.MAX_VALUE)));
    assertThat(problem(account())).isEqualTo(PlaylistProblem.TOO_LARGE);
    assertFlat(before);
  }

  @Test
  void aGuideThatMeansNoGoodIsRefusedInFlatMemory() {
    long before = used();

    assertThat(guideProblem(endless("<tv a=\"", "> x"))).isEqualTo(PlaylistProblem.TOO_LARGE);
    assertThat(guideProblem(endless("<tv><!--", "> x"))).isEqualTo(PlaylistProblem.TOO_LARGE);
    assertThat(guideProblem(endless("<tv>", "<a>"))).isEqualTo(PlaylistProblem.NOT_A_PLAYLIST);
    assertThat(guideProblem(IptvFarSide.bytes("<html>".getBytes(StandardCharsets.UTF_8))))
        .isEqualTo(PlaylistProblem.NOT_A_PLAYLIST);
    assertFlat(before);
  }

  private IptvFarSide.Behaviour endless(String head, String filling) {
    return IptvFarSide.streaming(
        out -> {
          out.write(head.getBytes(StandardCharsets.UTF_8));
          repeat(out, filling, Long.MAX_VALUE);
        });
  }

  @Test
  void nothingOfACredentialIsLoggedOrTold() {
    lines.start();
    log.addAppender(lines);
    log.setLevel(Level.ALL);
    farSide
        .on("/refused", IptvFarSide.status(403, CANARY))
        .on("/broken", IptvFarSide.redirect("http://[" + CANARY))
        .on("/inside", IptvFarSide.redirect("http://10.0.0.1/" + CANARY))
        .on("/list", "<" + CANARY);

    for (String path : List.of("/refused", "/broken", "/inside", "/list")) {
      PlaylistAccess access = access(farSide.at(path + "?password=" + CANARY));
      assertThat(outcome(access).toString()).doesNotContain(CANARY);
      assertThat(access.toString()).doesNotContain(CANARY);
    }
    assertThat(outcome(account()).toString()).doesNotContain(CANARY);

    assertThat(lines.list).isNotEmpty();
    assertThat(lines.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .noneMatch(line -> line.contains(CANARY));
  }
}
