package dev.stagedoor.providers.sandbox.library;

import dev.stagedoor.domain.contract.LibraryContract;
import dev.stagedoor.domain.contract.LibraryWorld;
import dev.stagedoor.domain.contract.PlaybackSigningContract;
import dev.stagedoor.domain.contract.SignedPlaybackWorld;
import dev.stagedoor.domain.kernel.IdempotencyKey;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.library.DirectUpload;
import dev.stagedoor.domain.library.LibraryVideo;
import dev.stagedoor.domain.library.NewVideo;
import dev.stagedoor.domain.library.VideoId;
import dev.stagedoor.domain.library.port.Library;
import dev.stagedoor.domain.video.port.PlaybackSigning;
import dev.stagedoor.providers.sandbox.Sandbox;
import dev.stagedoor.providers.sandbox.SandboxFailures;
import dev.stagedoor.providers.sandbox.SandboxFixture;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

class SandboxLibraryContractsTest implements LibraryContract, PlaybackSigningContract {
  private final SandboxFixture fixture = new SandboxFixture();
  private final Sandbox sandbox = fixture.sandbox;
  private final World world = new World();

  @Override
  public Library library() {
    return sandbox.libraryProvider().library();
  }

  @Override
  public PlaybackSigning signing() {
    return sandbox.libraryProvider().signing().orElseThrow();
  }

  @Override
  public World world() {
    return world;
  }

  final class World extends SandboxFailures implements LibraryWorld, SignedPlaybackWorld {
    private World() {
      super(sandbox.line());
    }

    @Override
    public boolean send(DirectUpload upload, byte[] file) {
      String[] path = upload.address().getPath().split("/", -1);
      return sandbox
          .clips()
          .receive(path[path.length - 2], path[path.length - 1], file)
          .isPresent();
    }

    @Override
    public URI sourceOf(byte[] file) {
      String name = Arrays.equals(file, LibraryWorld.aFilm()) ? "film.mp4" : "letter.txt";
      return URI.create("https://files.example.org/" + name);
    }

    @Override
    public URI sourceOfNothing() {
      return URI.create("https://nowhere.invalid/film.mp4");
    }

    @Override
    public URI refusedSource() {
      return URI.create("ftp://files.example.org/film.mp4");
    }

    @Override
    public void finishProcessing() {
      fixture.clock.pass(fixture.settings.recordingDelay());
    }

    @Override
    public void failProcessing(ProviderRef video, String code) {
      sandbox.clips().fail(video.value(), code);
    }

    @Override
    public void letUploadsLapse() {
      fixture.clock.pass(Duration.ofHours(1));
    }

    @Override
    public void loseNextAnswer() {
      sandbox.line().loseNextAnswer();
    }

    @Override
    public int filesOf(VideoId video) {
      return (int)
          sandbox.clips().newest(1000).stream()
              .filter(clip -> clip.video().equals(video.value()))
              .filter(clip -> clip.receivedAt() != null && !clip.deleted())
              .count();
    }

    @Override
    public boolean plays(String playlist) {
      return open(playlist, "/manifest/video.m3u8")
          .flatMap(what -> sandbox.clips().playlist(what.uid(), what.token()))
          .isPresent();
    }

    @Override
    public boolean shows(String thumbnail) {
      return open(thumbnail, "/thumbnails/thumbnail.jpg")
          .filter(what -> sandbox.clips().shows(what.uid(), what.token()))
          .isPresent();
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

  private record Opened(String uid, Optional<String> token) {}

  /** Takes an address apart as the site's routes do. */
  private static Optional<Opened> open(String address, String what) {
    String root = "http://localhost:8080/sandbox/library/";
    int query = address.indexOf("?token=");
    String bare = query < 0 ? address : address.substring(0, query);
    if (!bare.startsWith(root) || !bare.endsWith(what)) {
      return Optional.empty();
    }
    return Optional.of(
        new Opened(
            bare.substring(root.length(), bare.length() - what.length()),
            query < 0 ? Optional.empty() : Optional.of(address.substring(query + 7))));
  }
}
