package dev.stagedoor.providers.sandbox.library;

import dev.stagedoor.domain.kernel.Ids;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.kernel.Tokens;
import dev.stagedoor.domain.library.LibraryProvider;
import dev.stagedoor.domain.library.NewVideo;
import dev.stagedoor.domain.sandbox.port.SandboxMemory;
import dev.stagedoor.providers.sandbox.SandboxLine;
import dev.stagedoor.providers.sandbox.SandboxSettings;
import dev.stagedoor.providers.sandbox.library.PlaybackTokens.What;
import dev.stagedoor.providers.sandbox.memory.Shelf;
import dev.stagedoor.providers.sandbox.video.TestPicture;
import dev.stagedoor.providers.sandbox.webhooks.Deliveries;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The far side of the library: what it keeps, what browsers send it and players fetch from it. */
public final class SandboxClips {
  /** The largest file that is taken. */
  public static final int LARGEST = 10_000_000;

  static final String NOT_FETCHED = "not_fetched";
  private static final String NOWHERE = ".invalid";
  private static final Duration SENDING = Duration.ofHours(1);
  private static final int RECENT = 200;
  private static final String PICTURE_FROM_A_PLAYLIST = "../../../video/picture/";

  private final Shelf<Clip> clips;
  private final Shelf<Made> keys;
  private final Deliveries deliveries;
  private final SandboxSettings settings;
  private final ClipAddresses addresses;
  private final PlaybackTokens playback;
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
    this.clips = new Shelf<>(memory, "library-clips", Clip.class);
    this.keys = new Shelf<>(memory, "library-clip-keys", Made.class);
    this.deliveries = deliveries;
    this.settings = settings;
    this.addresses = new ClipAddresses(base);
    this.playback = new PlaybackTokens(settings.webhookSecret());
    this.clock = clock;
    this.ids = ids;
    this.tokens = tokens;
  }

  /** Returns the library provider over this far side. */
  public LibraryProvider provider(SandboxLine line) {
    return new LibraryProvider(
        SandboxLine.ID,
        new SandboxLibrary(this, line, addresses),
        Optional.of(new SandboxPlaybackSigning(playback, addresses, clock)));
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
    Instant now = now();
    Optional<String> failure = ClipFile.refusal(file);
    return sendable(uid, token)
        .flatMap(
            known ->
                clips.change(
                    uid,
                    clip ->
                        clip.deleted() || clip.stageAt(now) != Clip.Stage.AWAITED
                            ? clip
                            : clip.received(failure, file.length, now, settings.recordingDelay())))
        .filter(change -> !change.after().equals(change.before()))
        .map(change -> told(change.after()));
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

  /** Returns the playlist of a clip, empty unless it is ready and may be seen with this token. */
  public Optional<String> playlist(String uid, Optional<String> token) {
    return opened(What.PLAYLIST, uid, token).map(clip -> TestPicture.once(PICTURE_FROM_A_PLAYLIST));
  }

  /** Tells whether the still of a clip may be seen with this token. */
  public boolean shows(String uid, Optional<String> token) {
    return opened(What.THUMBNAIL, uid, token).isPresent();
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

  /** Makes the deliveries that a crash has kept from being made. */
  public void recover() {
    clips.newest(RECENT).forEach(this::told);
  }

  /** Makes an address for sending; another one each time. */
  Clip announce(NewVideo wanted, URI origin) {
    Clip clip =
        Clip.toBeSent(newUid(), wanted, tokens.next().reveal(), origin.toString(), now(), SENDING);
    clips.add(clip.uid(), clip);
    return clip;
  }

  boolean fetchesFrom(URI source) {
    return source.getScheme() != null
        && Set.of("http", "https").contains(source.getScheme().toLowerCase(Locale.ROOT))
        && source.getHost() != null;
  }

  /** Makes the one clip there is under a key. The address is judged, and nothing is fetched. */
  Clip fetch(NewVideo wanted, URI source) {
    Made made = new Made(newUid());
    String key = wanted.key().value();
    String uid = keys.add(key, made) ? made.uid() : keys.find(key).orElse(made).uid();
    Instant now = now();
    Clip clip =
        Clip.toBeFetched(uid, wanted, now)
            .received(refusal(source), 0, now, settings.recordingDelay());
    return clips.add(uid, clip) ? told(clip) : clips.find(uid).orElse(clip);
  }

  private static Optional<String> refusal(URI source) {
    if (source.getHost().endsWith(NOWHERE)) {
      return Optional.of(NOT_FETCHED);
    }
    String path = Optional.ofNullable(source.getPath()).orElse("");
    return path.endsWith(".txt") ? Optional.of(ClipFile.NOT_A_VIDEO) : Optional.empty();
  }

  Optional<Clip> find(ProviderRef video) {
    return isOurs(video)
        ? clips.find(video.value()).filter(clip -> !clip.deleted())
        : Optional.empty();
  }

  void delete(ProviderRef video) {
    if (isOurs(video)) {
      change(video.value(), Clip::remove);
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
