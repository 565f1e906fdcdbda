package dev.stagedoor.providers.sandbox.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.stagedoor.domain.contract.LibraryContract;
import dev.stagedoor.domain.contract.LibraryWorld;
import dev.stagedoor.domain.fixture.Films;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.library.LibraryStatus;
import dev.stagedoor.domain.library.LibraryVideo;
import dev.stagedoor.domain.library.NewVideo;
import dev.stagedoor.domain.library.VideoFailure;
import dev.stagedoor.domain.video.SignedPlayback;
import dev.stagedoor.providers.sandbox.SandboxFixture;
import dev.stagedoor.providers.sandbox.SandboxLine;
import dev.stagedoor.providers.sandbox.memory.Shelf;
import dev.stagedoor.providers.sandbox.webhooks.Deliveries;
import dev.stagedoor.providers.support.files.OpenFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Films are fetched, kept and seen; with the programs that look into films, and without. */
class SandboxFilmsTest {
  private static final FilmTools NONE = Ffmpeg.on(Optional.empty());

  private final SandboxFixture fixture = new SandboxFixture();
  private final FileSite site = new FileSite();
  private final SandboxLine line = new SandboxLine();
  @TempDir private Path folder;

  @AfterEach
  void close() {
    site.close();
  }

  private SandboxClips open(FilmTools tools) {
    return open(tools, fixture.settings::baseUrl);
  }

  private SandboxClips open(FilmTools tools, Supplier<URI> base) {
    return new SandboxClips(
        fixture.memory,
        new Deliveries(fixture.memory, fixture.clock),
        fixture.settings.withFolder(folder),
        base,
        fixture.clock,
        UUID::randomUUID,
        () -> Secret.of(UUID.randomUUID().toString().replace("-", "")),
        tools);
  }

  private ProviderRef ingest(SandboxClips clips, NewVideo wanted, byte[] file) {
    return clips.provider(line).library().ingest(wanted, site.with(file));
  }

  private LibraryVideo prepared(SandboxClips clips, ProviderRef ref) throws Exception {
    clips.awaitFetched(Duration.ofSeconds(40));
    fixture.clock.pass(fixture.settings.recordingDelay());
    return found(clips, ref);
  }

  private LibraryVideo found(SandboxClips clips, ProviderRef ref) {
    return clips.provider(line).library().find(ref).orElseThrow();
  }

  private List<String> kept() throws IOException {
    Path videos = folder.resolve("videos");
    if (!Files.isDirectory(videos)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(videos)) {
      return files.map(file -> file.getFileName().toString().replaceFirst(".*\\.", "")).toList();
    }
  }

  @Test
  void whatWasFetchedPlaysByteForByteAndInParts() throws Exception {
    byte[] film = Films.mp4();
    try (SandboxClips clips = open(NONE)) {
      ProviderRef ref = ingest(clips, LibraryContract.aNewVideo(), film);

      LibraryVideo video = prepared(clips, ref);

      assertThat(video.playbackUrl()).hasValueSatisfying(url -> assertThat(url).endsWith(".mp4"));
      assertThat(video.duration()).isEmpty();
      assertThat(video.thumbnailUrl()).isEmpty();
      assertThat(clips.film(ref.value(), "webm", Optional.empty())).isEmpty();
      try (OpenFile opened = clips.film(ref.value(), "mp4", Optional.empty()).orElseThrow();
          InputStream part = opened.part(1000, 500)) {
        assertThat(opened.bytes()).isEqualTo(film.length);
        assertThat(opened.mediaType()).isEqualTo("video/mp4");
        assertThat(part.readAllBytes()).isEqualTo(Arrays.copyOfRange(film, 1000, 1500));
      }
      assertThat(kept()).containsExactly("film");
    }
  }

  @Test
  void withoutAPictureNoneIsSigned() throws Exception {
    try (SandboxClips clips = open(NONE)) {
      LibraryVideo video = prepared(clips, ingest(clips, LibraryContract.aNewVideo(), Films.mp4()));

      assertThat(signed(clips, video).thumbnail()).isEmpty();
    }
  }

  @Test
  void whatWasKeptBeforeTheServerGotAnotherPortPlaysAtTheNewOne() throws Exception {
    LibraryVideo video;
    try (SandboxClips clips = open(NONE)) {
      video = prepared(clips, ingest(clips, LibraryContract.aNewVideo(), Films.mp4()));
    }
    URI now = URI.create("http://" + fixture.settings.baseUrl().getHost() + ":1234");
    try (SandboxClips clips = open(NONE, () -> now)) {
      assertThat(signed(clips, video).playlist()).startsWith(now + "/").contains("?token=");
    }
  }

  private SignedPlayback signed(SandboxClips clips, LibraryVideo video) {
    return clips
        .provider(line)
        .signing()
        .orElseThrow()
        .sign(video.playbackUrl().orElseThrow(), fixture.clock.instant().plusSeconds(60));
  }

  @Test
  void theProgramsTellHowLongAFilmIsAndShowAPictureOfIt() throws Exception {
    FilmTools real = Ffmpeg.on(Optional.ofNullable(System.getenv("PATH")));
    assumeTrue(real instanceof Ffmpeg, "no ffprobe and ffmpeg on this machine");
    try (SandboxClips clips = open(real)) {
      ProviderRef ref = ingest(clips, LibraryContract.aNewVideo(), Films.mp4());
      ProviderRef damaged = ingest(clips, LibraryContract.aNewVideo(), LibraryWorld.aFilm());

      LibraryVideo video = prepared(clips, ref);

      assertThat(video.duration())
          .hasValueSatisfying(
              length -> assertThat(length).isCloseTo(Films.LENGTH, Duration.ofMillis(100)));
      assertThat(clips.still(ref.value(), Optional.empty()))
          .hasValueSatisfying(still -> assertThat(still).startsWith(0xff, 0xd8));
      assertThat(signed(clips, video).thumbnail()).isPresent();
      assertThat(found(clips, damaged).status()).isEqualTo(LibraryStatus.READY);
      assertThat(found(clips, damaged).duration()).isEmpty();
      assertThat(kept()).containsExactlyInAnyOrder("film", "film", "jpg");
    }
  }

  @Test
  void aRemovedFilmLeavesNoFile() throws Exception {
    try (SandboxClips clips = open(NONE)) {
      ProviderRef ref = ingest(clips, LibraryContract.aNewVideo(), Films.mp4());
      var unused = prepared(clips, ref);

      clips.provider(line).library().delete(ref);

      assertThat(kept()).isEmpty();
    }
  }

  @Test
  void whatIsRemovedWhileItIsLookedIntoLeavesNeitherFilmNorPicture() throws Exception {
    NewVideo wanted = LibraryContract.aNewVideo();
    AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});
    FilmTools drawing =
        (film, ending, still) -> {
          draw(still);
          meanwhile.get().run();
          return new FilmTools.Facts(Optional.empty(), true);
        };
    try (SandboxClips clips = open(drawing)) {
      ProviderRef ref = new ProviderRef(SandboxLine.ID, "0123456789abcdef0123456789abcdef");
      meanwhile.set(() -> clips.provider(line).library().delete(ref));
      new Shelf<>(fixture.memory, "library-clips", Clip.class)
          .add(
              ref.value(),
              Clip.toBeFetched(
                  ref.value(), wanted, site.with(Films.mp4()), fixture.clock.instant()));

      clips.recover();
      clips.awaitFetched(Duration.ofSeconds(40));

      assertThat(clips.provider(line).library().find(ref)).isEmpty();
      assertThat(kept()).isEmpty();
    }
  }

  private static void draw(Path still) {
    try {
      Files.write(still, new byte[] {1});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void whatBreaksOffFailsAndLeavesNoFile() throws Exception {
    site.breakOff();
    try (SandboxClips clips = open(NONE)) {
      LibraryVideo video = prepared(clips, ingest(clips, LibraryContract.aNewVideo(), Films.mp4()));

      assertThat(video.failure())
          .map(VideoFailure::reason)
          .contains(VideoFailure.Reason.NOT_FETCHED);
      assertThat(kept()).isEmpty();
    }
  }

  @Test
  void whatIsTooLargeIsNotKept() throws Exception {
    ClipFilms films = new ClipFilms(folder.resolve("videos"), NONE, UUID::randomUUID);
    byte[] film = Films.mp4();

    assertThat(films.keep("a", new ByteArrayInputStream(film), film.length - 1).refusal())
        .isEqualTo(ClipFilms.TOO_LARGE);
    assertThat(kept()).isEmpty();
    assertThat(films.keep("a", new ByteArrayInputStream(film), film.length).refusal()).isNull();
    assertThat(kept()).containsExactly("film");
  }

  @Test
  void whatACrashKeptFromBeingFetchedIsFetchedAfterTheNextStart() throws Exception {
    NewVideo wanted = LibraryContract.aNewVideo();
    ProviderRef ref = new ProviderRef(SandboxLine.ID, "0123456789abcdef0123456789abcdef");
    new Shelf<>(fixture.memory, "library-clips", Clip.class)
        .add(
            ref.value(),
            Clip.toBeFetched(ref.value(), wanted, site.with(Films.mp4()), fixture.clock.instant()));
    Path half = Files.createDirectories(folder.resolve("videos")).resolve("x.part");
    Files.setLastModifiedTime(
        Files.createFile(half), FileTime.from(fixture.clock.instant().minusSeconds(10_000)));
    try (SandboxClips clips = open(NONE)) {
      assertThat(found(clips, ref).status()).isEqualTo(LibraryStatus.PROCESSING);

      clips.recover();
      clips.recover();

      assertThat(prepared(clips, ref).status()).isEqualTo(LibraryStatus.READY);
      assertThat(site.timesAsked()).isEqualTo(1);
      assertThat(kept()).containsExactly("film");
    }
  }

  @Test
  void whatCameBeforeFilmsWereKeptPlaysTheTestPicture() throws Exception {
    try (SandboxClips clips = open(NONE)) {
      ProviderRef ref = ingest(clips, LibraryContract.aNewVideo(), Films.mp4());
      var unused = prepared(clips, ref);
      String json = fixture.memory.find("library-clips", ref.value()).orElseThrow().json();
      fixture.rewrite(
          "library-clips", ref.value(), json.substring(json.indexOf(",\"source\"")), "}");

      LibraryVideo video = found(clips, ref);

      assertThat(video.playbackUrl()).hasValueSatisfying(url -> assertThat(url).endsWith(".m3u8"));
      assertThat(clips.playlist(ref.value(), Optional.empty())).isPresent();
      assertThat(clips.still(ref.value(), Optional.empty())).isPresent();
    }
  }
}
