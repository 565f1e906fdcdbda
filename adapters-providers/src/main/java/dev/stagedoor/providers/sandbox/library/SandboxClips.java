package dev.stagedoor.providers.sandbox.library;

import dev.stagedoor.domain.kernel.Ids;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.kernel.Tokens;
import dev.stagedoor.domain.kernel.WebAddress;
import dev.stagedoor.domain.library.LibraryProvider;
import dev.stagedoor.domain.library.NewVideo;
import dev.stagedoor.domain.sandbox.port.SandboxMemory;
import dev.stagedoor.providers.sandbox.SandboxLine;
import dev.stagedoor.providers.sandbox.SandboxSettings;
import dev.stagedoor.providers.sandbox.library.PlaybackTokens.What;
import dev.stagedoor.providers.sandbox.memory.Shelf;
import dev.stagedoor.providers.sandbox.video.TestPicture;
import dev.stagedoor.providers.sandbox.webhooks.Deliveries;
import dev.stagedoor.providers.support.files.OpenFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The far side of the library: what it keeps, what browsers send it and players fetch from it. */
public final class SandboxClips implements AutoCloseable {
  /** The largest file that browsers send. */
  public static final int LARGEST = 10_000_000;

  /** The largest file that is fetched. */
  static final long LARGEST_FETCHED = 5L << 30;

  static final String NOT_FETCHED = "not_fetched";
  private static final Logger LOG = LoggerFactory.getLogger(SandboxClips.class);
  private static final Duration SENDING = Duration.ofHours(1);
  private static final int RECENT = 200;
  private static final String PICTURE_FROM_A_PLAYLIST = "../../../video/picture/";

  private final Shelf<Clip> clips;
  private final Shelf<Made> keys;
  private final Deliveries deliveries;
  private final SandboxSettings settings;
  private final ClipAddresses addresses;
  private final PlaybackTokens playback;
  private final ClipFilms films;
  private final ClipFetching fetching;
  private final Clock clock;
  private final Ids ids;
  private final Tokens tokens;

  /** Which clip was made under a key. */
  private record Made(String uid) {}

  public SandboxClips(
      SandboxMemory memory,
      Deliveries deliveries,
      SandboxSettings settings,
      Supplier<URI> base,
      Clock clock,
      Ids ids,
      Tokens tokens) {
    this(
        memory,
        deliveries,
        settings,
        base,
        clock,
        ids,
        tokens,
        Ffmpeg.on(Optional.ofNullable(System.getenv("PATH"))));
  }

  SandboxClips(
      SandboxMemory memory,
      Deliveries deliveries,
      SandboxSettings settings,
      Supplier<URI> base,
      Clock clock,
      Ids ids,
      Tokens tokens,
      FilmTools tools) {
    this.clips = new Shelf<>(memory, "library-clips", Clip.class);
    this.keys = new Shelf<>(memory, "library-clip-keys", Made.class);
    this.deliveries = deliveries;
    this.settings = settings;
    this.addresses = new ClipAddresses(base);
    this.playback = new PlaybackTokens(settings.webhookSecret());
    this.films = new ClipFilms(settings.folder().resolve("videos"), tools, ids);
    this.fetching = new ClipFetching(this::fetch);
    this.clock = clock;
    this.ids = ids;
    this.tokens = tokens;
  }

  /** Returns the library provider over this far side. */
  public LibraryProvider provider(SandboxLine line) {
    return new LibraryProvider(
        SandboxLine.ID,
        new SandboxLibrary(this, line, addresses),
        Optional.of(new SandboxPlaybackSigning(playback, addresses, films::hasPicture, clock)));
  }

  /** Returns at most {@code limit} clips, the newest first. */
  public List<Clip> newest(int limit) {
    return clips.newest(limit);
  }

  /** Returns how far a clip is now. */
  public Clip.Stage stage(Clip clip) {
    return clip.stageAt(now());
  }

  int progress(Clip clip) {
    return clip.progressAt(now());
  }

  /**
   * Takes a file that a browser sends. Returns the clip, empty when the address is not good: it is
   * nobody's, was used, has lapsed or was removed.
   */
  public Optional<Clip> receive(String uid, String token, byte[] file) {
    return sendable(uid, token).flatMap(clip -> take(uid, file));
  }

  private Optional<Clip> take(String uid, byte[] file) {
    try {
      ClipFilms.Kept kept = films.keep(uid, new ByteArrayInputStream(file), LARGEST);
      return received(uid, kept, (clip, now) -> clip.stageAt(now) == Clip.Stage.AWAITED);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Notes what came; what nobody waits for any more is not kept. */
  private Optional<Clip> received(
      String uid, ClipFilms.Kept kept, BiPredicate<Clip, Instant> isAwaited) {
    Instant now = now();
    Optional<Clip> changed =
        clips
            .change(
                uid,
                clip ->
                    clip.deleted() || !isAwaited.test(clip, now)
                        ? clip
                        : clip.received(kept, now, settings.recordingDelay()))
            .filter(change -> !change.after().equals(change.before()))
            .map(change -> told(change.after()));
    if (changed.isEmpty() && kept.film() != null) {
      forget(uid, kept.film());
    }
    return changed;
  }

  /** Forgets a film that nobody waits for; the picture is the other's that came before it. */
  private void forget(String uid, Clip.Film film) {
    if (clips.find(uid).filter(clip -> !clip.deleted()).isPresent()) {
      films.forget(film);
    } else {
      films.forget(uid, film);
    }
  }

  /** Finds the clip that a file may be sent for at this address. */
  public Optional<Clip> sendable(String uid, String token) {
    return clips
        .find(uid)
        .filter(clip -> !clip.deleted() && stage(clip) == Clip.Stage.AWAITED)
        .filter(
            clip ->
                clip.sendToken() != null && Secret.of(clip.sendToken()).equals(Secret.of(token)));
  }

  /** Fails a clip whose file has come, with any code; empty when there is none. */
  public Optional<Clip> fail(String uid, String code) {
    Instant now = now();
    return change(
        uid, clip -> clip.receivedAt() == null || clip.deleted() ? clip : clip.failed(code, now));
  }

  /**
   * Opens the film of a clip, empty unless it is ready, on this machine, and may be seen with this
   * token.
   *
   * @param ending how its name ends
   */
  public Optional<OpenFile> film(String uid, String ending, Optional<String> token) {
    return opened(What.FILM, uid, token)
        .flatMap(clip -> Optional.ofNullable(clip.film()))
        .filter(film -> film.ending().equals(ending))
        .flatMap(films::open);
  }

  /** Returns the playlist of a clip that plays the test picture, else as {@link #film}. */
  public Optional<String> playlist(String uid, Optional<String> token) {
    return opened(What.FILM, uid, token)
        .filter(clip -> clip.film() == null)
        .map(clip -> TestPicture.once(PICTURE_FROM_A_PLAYLIST));
  }

  /** Returns the still of a clip, empty unless there is one that may be seen with this token. */
  public Optional<byte[]> still(String uid, Optional<String> token) {
    return opened(What.THUMBNAIL, uid, token)
        .flatMap(
            clip ->
                clip.film() == null ? Optional.of(TestPicture.thumbnail()) : films.picture(uid));
  }

  private Optional<Clip> opened(What what, String uid, Optional<String> token) {
    return clips
        .find(uid)
        .filter(clip -> !clip.deleted() && stage(clip) == Clip.Stage.READY)
        .filter(
            clip ->
                token
                    .map(shown -> playback.isGood(shown, what, uid, clock.instant()))
                    .orElse(!clip.signedOnly()));
  }

  /** Makes the deliveries, and fetches the files, that a crash has kept from being so. */
  public void recover() {
    films.sweep(clock.instant());
    clips.newest(RECENT).stream()
        .map(this::told)
        .filter(Clip::awaitsFetching)
        .forEach(clip -> fetching.later(clip.uid()));
  }

  /** Stops fetching; what waits is fetched after the next start. */
  @Override
  public void close() {
    fetching.close();
  }

  /** Makes an address for sending; another one each time. */
  Clip announce(NewVideo wanted, URI origin) {
    Clip clip =
        Clip.toBeSent(newUid(), wanted, tokens.next().reveal(), origin.toString(), now(), SENDING);
    clips.add(clip.uid(), clip);
    return clip;
  }

  boolean fetchesFrom(URI source) {
    return WebAddress.isWithOrWithoutUser(source);
  }

  /** Makes the one clip there is under a key; its file is fetched afterwards. */
  Clip ingest(NewVideo wanted, URI source) {
    Made made = new Made(newUid());
    String key = wanted.key().value();
    String uid = keys.add(key, made) ? made.uid() : keys.find(key).orElse(made).uid();
    Instant now = now();
    if (clips.add(uid, Clip.toBeFetched(uid, wanted, source, now))) {
      fetching.later(uid);
    }
    return clips.find(uid).orElseThrow();
  }

  private void fetch(String uid) {
    Optional<Clip> clip = clips.find(uid).filter(Clip::awaitsFetching);
    if (clip.isEmpty()) {
      return;
    }
    try {
      var unused = received(uid, fetched(clip.get()), (one, now) -> one.awaitsFetching());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private ClipFilms.Kept fetched(Clip clip) throws InterruptedException {
    try {
      return fetching.read(
          URI.create(String.valueOf(clip.source())),
          file -> films.keep(clip.uid(), file, LARGEST_FETCHED));
    } catch (IOException e) {
      LOG.info("Sandbox: nothing could be fetched for {}: {}", clip.uid(), e.toString());
      return new ClipFilms.Kept(NOT_FETCHED, null, 0);
    }
  }

  /** Waits until everything was fetched that waits now. */
  void awaitFetched(Duration most)
      throws InterruptedException, ExecutionException, TimeoutException {
    fetching.awaitIdle(most);
  }

  Optional<Clip> find(ProviderRef video) {
    return isOurs(video)
        ? clips.find(video.value()).filter(clip -> !clip.deleted())
        : Optional.empty();
  }

  void delete(ProviderRef video) {
    if (isOurs(video)) {
      change(video.value(), Clip::remove)
          .flatMap(clip -> Optional.ofNullable(clip.film()))
          .ifPresent(film -> films.forget(video.value(), film));
    }
  }

  private Optional<Clip> change(String uid, UnaryOperator<Clip> decision) {
    return clips.change(uid, decision).map(change -> told(change.after()));
  }

  private Clip told(Clip clip) {
    deliveries.take(clip.notices());
    return clip;
  }

  // The uid is part of the playback address: it must not follow from the video's id.
  private String newUid() {
    return ids.next().toString().replace("-", "");
  }

  private static boolean isOurs(ProviderRef video) {
    return video.provider().equals(SandboxLine.ID);
  }

  // As precise as the product's own database, so that times can be compared.
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
