package dev.stagedoor.providers.sandbox.library;

import dev.stagedoor.domain.contract.LibraryContract;
import dev.stagedoor.domain.contract.LibraryWorld;
import dev.stagedoor.domain.contract.PlaybackSigningContract;
import dev.stagedoor.domain.contract.SignedPlaybackWorld;
import dev.stagedoor.domain.kernel.IdempotencyKey;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.library.DirectUpload;
import dev.stagedoor.domain.library.LibraryVideo;
import dev.stagedoor.domain.library.NewVideo;
import dev.stagedoor.domain.library.VideoId;
import dev.stagedoor.domain.library.port.Library;
import dev.stagedoor.domain.video.port.PlaybackSigning;
import dev.stagedoor.providers.sandbox.SandboxFailures;
import dev.stagedoor.providers.sandbox.SandboxFixture;
import dev.stagedoor.providers.sandbox.SandboxLine;
import dev.stagedoor.providers.sandbox.webhooks.Deliveries;
import dev.stagedoor.providers.support.files.OpenFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SandboxLibraryContractsTest implements LibraryContract, PlaybackSigningContract {
  private static final String ROOT = "http://localhost:8080/sandbox/library/";
  private static final Pattern FILM = Pattern.compile("([0-9a-f]+)/video\\.([0-9a-z]+)");
  private static final Pattern STILL = Pattern.compile("([0-9a-f]+)/thumbnails/thumbnail\\.jpg");

  private final SandboxFixture fixture = new SandboxFixture();
  private final SandboxLine line = new SandboxLine();
  private final FileSite site = new FileSite();
  private World world;
  private SandboxClips clips;
  @TempDir private Path folder;

  @BeforeEach
  void open() {
    clips =
        new SandboxClips(
            fixture.memory,
            new Deliveries(fixture.memory, fixture.clock),
            fixture.settings.withFolder(folder),
            fixture.settings::baseUrl,
            fixture.clock,
            UUID::randomUUID,
            () -> Secret.of(UUID.randomUUID().toString().replace("-", "")),
            SandboxLibraryContractsTest::look);
    world = new World();
  }

  /** Sees what nobody has to see for real here. */
  private static FilmTools.Facts look(Path film, String ending, Path still) {
    try {
      Files.write(still, new byte[] {(byte) 0xff, (byte) 0xd8});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new FilmTools.Facts(Optional.of(Duration.ofSeconds(5)), true);
  }

  @AfterEach
  void close() {
    clips.close();
    site.close();
  }

  @Override
  public Library library() {
    return clips.provider(line).library();
  }

  @Override
  public PlaybackSigning signing() {
    return clips.provider(line).signing().orElseThrow();
  }

  @Override
  public World world() {
    return world;
  }

  final class World extends SandboxFailures implements LibraryWorld, SignedPlaybackWorld {
    private World() {
      super(line);
    }

    @Override
    public boolean send(DirectUpload upload, byte[] file) {
      String[] path = upload.address().getPath().split("/", -1);
      return clips.receive(path[path.length - 2], path[path.length - 1], file).isPresent();
    }

    @Override
    public URI sourceOf(byte[] file) {
      return site.with(file);
    }

    @Override
    public URI sourceOfNothing() {
      return site.withNothing();
    }

    @Override
    public URI refusedSource() {
      return URI.create("ftp://files.example.org/film.mp4");
    }

    @Override
    public void finishProcessing() {
      try {
        clips.awaitFetched(Duration.ofSeconds(20));
      } catch (Exception e) {
        throw new AssertionError(e);
      }
      fixture.clock.pass(fixture.settings.recordingDelay());
    }

    @Override
    public void failProcessing(ProviderRef video, String code) {
      clips.fail(video.value(), code);
    }

    @Override
    public void letUploadsLapse() {
      fixture.clock.pass(Duration.ofHours(1));
    }

    @Override
    public void loseNextAnswer() {
      line.loseNextAnswer();
    }

    @Override
    public int filesOf(VideoId video) {
      return (int)
          clips.newest(1000).stream()
              .filter(clip -> clip.video().equals(video.value()))
              .filter(
                  clip -> (clip.receivedAt() != null || clip.awaitsFetching()) && !clip.deleted())
              .count();
    }

    @Override
    public boolean plays(String address) {
      Matcher film = FILM.matcher(asked(address));
      Optional<OpenFile> opened =
          film.matches()
              ? clips.film(film.group(1), film.group(2), token(address))
              : Optional.empty();
      opened.ifPresent(SandboxLibraryContractsTest::close);
      return opened.isPresent();
    }

    @Override
    public boolean shows(String thumbnail) {
      Matcher still = STILL.matcher(asked(thumbnail));
      return still.matches() && clips.still(still.group(1), token(thumbnail)).isPresent();
    }

    @Override
    public LibraryVideo aSignedOnlyVideo() {
      UUID id = UUID.randomUUID();
      ProviderRef ref =
          library()
              .ingest(
                  new NewVideo(new VideoId(id), "Two", true, new IdempotencyKey(id.toString())),
                  sourceOf(LibraryWorld.aFilm()));
      finishProcessing();
      return library().find(ref).orElseThrow();
    }

    @Override
    public Instant now() {
      return fixture.clock.instant();
    }

    @Override
    public void pass(Duration time) {
      fixture.clock.pass(time);
    }
  }

  private static void close(OpenFile file) {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes an address apart as the site's routes do. */
  private static String asked(String address) {
    return address.startsWith(ROOT) ? address.substring(ROOT.length()).split("\\?", 2)[0] : "";
  }

  private static Optional<String> token(String address) {
    int query = address.indexOf("?token=");
    return query < 0 ? Optional.empty() : Optional.of(address.substring(query + 7));
  }
}
