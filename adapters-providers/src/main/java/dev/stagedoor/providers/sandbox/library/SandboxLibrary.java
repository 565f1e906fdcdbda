package dev.stagedoor.providers.sandbox.library;

import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderException.Kind;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.library.DirectUpload;
import dev.stagedoor.domain.library.LibraryStatus;
import dev.stagedoor.domain.library.LibraryVideo;
import dev.stagedoor.domain.library.NewVideo;
import dev.stagedoor.domain.library.VideoFailure;
import dev.stagedoor.domain.library.VideoFailure.Reason;
import dev.stagedoor.domain.library.port.Library;
import dev.stagedoor.providers.sandbox.SandboxLine;
import dev.stagedoor.providers.sandbox.video.TestPicture;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** Takes videos in at the sandbox. */
final class SandboxLibrary implements Library {
  private final SandboxClips farSide;
  private final SandboxLine line;
  private final ClipAddresses addresses;

  SandboxLibrary(SandboxClips farSide, SandboxLine line, ClipAddresses addresses) {
    this.farSide = farSide;
    this.line = line;
    this.addresses = addresses;
  }

  @Override
  public DirectUpload openUpload(NewVideo wanted, URI origin) {
    Clip clip = line.tell(() -> farSide.announce(wanted, origin));
    return new DirectUpload(
        ref(clip),
        addresses.sending(clip.uid(), String.valueOf(clip.sendToken())),
        DirectUpload.Form.PUT_BODY,
        clip.lapsesAt());
  }

  @Override
  public ProviderRef ingest(NewVideo wanted, URI source) {
    if (!farSide.fetchesFrom(source)) {
      throw new ProviderException(
          SandboxLine.ID, Kind.REJECTED, "only http and https are fetched from");
    }
    return ref(line.tell(() -> farSide.ingest(wanted, source)));
  }

  @Override
  public Optional<LibraryVideo> find(ProviderRef video) {
    return line.tell(() -> farSide.find(video).map(this::describe));
  }

  @Override
  public void delete(ProviderRef video) {
    line.tell(
        () -> {
          farSide.delete(video);
          return video;
        });
  }

  private LibraryVideo describe(Clip clip) {
    return switch (farSide.stage(clip)) {
      case AWAITED -> unplayable(clip, LibraryStatus.AWAITING_FILE, Optional.empty());
      case PREPARING -> unplayable(clip, LibraryStatus.PROCESSING, Optional.empty());
      case LAPSED -> failed(clip, new VideoFailure(Reason.NOT_SENT, "lapsed"));
      case FAILED -> failed(clip, failure(clip.failure().orElse("unknown")));
      case READY ->
          Optional.ofNullable(clip.film())
              .map(film -> ready(clip, film))
              .orElseGet(() -> testPicture(clip));
    };
  }

  private LibraryVideo ready(Clip clip, Clip.Film film) {
    return ready(
        clip,
        addresses.film(clip.uid(), film),
        Optional.of(addresses.thumbnail(clip.uid())).filter(still -> film.hasStill()),
        film.length());
  }

  /** Plays what came before films were kept. */
  private LibraryVideo testPicture(Clip clip) {
    return ready(
        clip,
        addresses.playlist(clip.uid()),
        Optional.of(addresses.thumbnail(clip.uid())),
        Optional.of(TestPicture.length()));
  }

  private static LibraryVideo ready(
      Clip clip, String playback, Optional<String> thumbnail, Optional<Duration> length) {
    return new LibraryVideo(
        ref(clip),
        LibraryStatus.READY,
        OptionalInt.of(100),
        Optional.of(playback),
        thumbnail,
        length,
        Optional.empty());
  }

  private LibraryVideo failed(Clip clip, VideoFailure failure) {
    return unplayable(clip, LibraryStatus.FAILED, Optional.of(failure));
  }

  private LibraryVideo unplayable(Clip clip, LibraryStatus status, Optional<VideoFailure> failure) {
    return new LibraryVideo(
        ref(clip),
        status,
        status == LibraryStatus.PROCESSING
            ? OptionalInt.of(farSide.progress(clip))
            : OptionalInt.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        failure);
  }

  private static VideoFailure failure(String code) {
    Reason reason =
        switch (code) {
          case ClipFile.NOT_A_VIDEO -> Reason.NOT_A_VIDEO;
          case SandboxClips.NOT_FETCHED -> Reason.NOT_FETCHED;
          case "too_long" -> Reason.TOO_LONG;
          case "too_short" -> Reason.TOO_SHORT;
          default -> Reason.OTHER;
        };
    return new VideoFailure(reason, code);
  }

  private static ProviderRef ref(Clip clip) {
    return new ProviderRef(SandboxLine.ID, clip.uid());
  }

  @Override
  public String toString() {
    return "the sandbox's library";
  }
}
