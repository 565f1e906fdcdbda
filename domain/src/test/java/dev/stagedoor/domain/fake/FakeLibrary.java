package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.contract.FarSideFailure;
import dev.stagedoor.domain.contract.LibraryWorld;
import dev.stagedoor.domain.contract.SignedPlaybackWorld;
import dev.stagedoor.domain.kernel.IdempotencyKey;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderException.Kind;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.library.DirectUpload;
import dev.stagedoor.domain.library.LibraryProvider;
import dev.stagedoor.domain.library.LibraryStatus;
import dev.stagedoor.domain.library.LibraryVideo;
import dev.stagedoor.domain.library.NewVideo;
import dev.stagedoor.domain.library.VideoFailure;
import dev.stagedoor.domain.library.VideoFailure.Reason;
import dev.stagedoor.domain.library.VideoId;
import dev.stagedoor.domain.library.port.Library;
import dev.stagedoor.domain.video.SignedPlayback;
import dev.stagedoor.domain.video.port.PlaybackSigning;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A video library in memory, both sides of it: the ports, and the world a test arranges. A file
 * that begins as a film does becomes one. Its clock stands still until a test lets time pass.
 */
public final class FakeLibrary
    implements Library, PlaybackSigning, LibraryWorld, SignedPlaybackWorld {
  private static final String HOST = "https://library.fake.test/";
  private static final String PLAYLIST = "/video.m3u8";
  private static final String STILL = "/still.jpg";
  private static final Duration UPLOAD_LIFE = Duration.ofHours(1);
  private static final Duration LONGEST = Duration.ofHours(24);

  private final ProviderId id;
  private final Map<ProviderRef, Entry> entries = new LinkedHashMap<>();
  private final Map<IdempotencyKey, ProviderRef> fetched = new HashMap<>();
  private final Map<URI, byte[]> sources = new HashMap<>();
  private final Map<String, Signed> signed = new HashMap<>();
  private Function<URI, byte @Nullable []> web = source -> null;
  private Instant now = Instant.parse("2025-06-01T10:00:00Z");
  private @Nullable FarSideFailure failure;
  private boolean losesNextAnswer;
  private int made;

  /** What a signature is for. */
  private record Signed(String address, Instant until) {}

  /** One video on the far side, from when it was announced. */
  private static final class Entry {
    private final NewVideo wanted;
    private final Instant until;
    private LibraryStatus status = LibraryStatus.AWAITING_FILE;
    private byte @Nullable [] file;
    private @Nullable VideoFailure failure;

    private Entry(NewVideo wanted, Instant until) {
      this.wanted = wanted;
      this.until = until;
    }
  }

  public FakeLibrary() {
    this("fake");
  }

  public FakeLibrary(String provider) {
    this.id = new ProviderId(provider);
  }

  /** Lets it fetch from elsewhere, too; null where there is nothing. */
  public synchronized void fetchBy(Function<URI, byte @Nullable []> elsewhere) {
    web = elsewhere;
  }

  /** Counts the videos it has, those that failed too. */
  public synchronized int size() {
    return entries.size();
  }

  /** Returns this provider as the registry takes it. */
  public LibraryProvider provider() {
    return new LibraryProvider(id, this, Optional.of(this));
  }

  @Override
  public synchronized DirectUpload openUpload(NewVideo wanted, URI origin) {
    return call(
        () -> {
          ProviderRef ref = add(wanted);
          return new DirectUpload(
              ref,
              URI.create(HOST + "send/" + ref.value()),
              DirectUpload.Form.PUT_BODY,
              now.plus(UPLOAD_LIFE));
        });
  }

  @Override
  public synchronized ProviderRef ingest(NewVideo wanted, URI source) {
    if (!"https".equals(source.getScheme())) {
      throw new ProviderException(id, Kind.REJECTED, "an address nobody fetches from");
    }
    return call(
        () ->
            fetched.computeIfAbsent(
                wanted.key(),
                key -> {
                  ProviderRef ref = add(wanted);
                  Entry entry = entry(ref);
                  entry.status = LibraryStatus.PROCESSING;
                  byte[] placed = sources.get(source);
                  entry.file = placed == null ? web.apply(source) : placed;
                  return ref;
                }));
  }

  private ProviderRef add(NewVideo wanted) {
    made++;
    ProviderRef ref = new ProviderRef(id, "video-" + made);
    entries.put(ref, new Entry(wanted, now.plus(UPLOAD_LIFE)));
    return ref;
  }

  private Entry entry(ProviderRef ref) {
    return Optional.ofNullable(entries.get(ref)).orElseThrow();
  }

  @Override
  public synchronized Optional<LibraryVideo> find(ProviderRef video) {
    return call(() -> Optional.ofNullable(entries.get(video)).map(entry -> describe(video, entry)));
  }

  private LibraryVideo describe(ProviderRef ref, Entry entry) {
    boolean ready = entry.status == LibraryStatus.READY;
    boolean lapsed = entry.status == LibraryStatus.AWAITING_FILE && isPast(entry.until);
    return new LibraryVideo(
        ref,
        lapsed ? LibraryStatus.FAILED : entry.status,
        ready ? OptionalInt.of(100) : OptionalInt.empty(),
        ready ? Optional.of(HOST + ref.value() + PLAYLIST) : Optional.empty(),
        ready ? Optional.of(HOST + ref.value() + STILL) : Optional.empty(),
        ready ? Optional.of(Duration.ofSeconds(16)) : Optional.empty(),
        lapsed
            ? Optional.of(new VideoFailure(Reason.NOT_SENT, "lapsed"))
            : Optional.ofNullable(entry.failure));
  }

  private boolean isPast(Instant until) {
    return !now.isBefore(until);
  }

  @Override
  public synchronized void delete(ProviderRef video) {
    call(
        () -> {
          fetched.values().remove(video);
          return Optional.ofNullable(entries.remove(video));
        });
  }

  @Override
  public synchronized SignedPlayback sign(String playbackUrl, Instant until) {
    if (!playbackUrl.matches("https://library\\.fake\\.test/video-[0-9]+/video\\.m3u8")) {
      throw new IllegalArgumentException("not an address of " + id);
    }
    if (until.isAfter(now.plus(LONGEST))) {
      throw new IllegalArgumentException("signed for 24 hours at most");
    }
    Instant seconds = until.truncatedTo(ChronoUnit.SECONDS);
    return new SignedPlayback(
        signedAddress(playbackUrl, seconds),
        Optional.of(signedAddress(playbackUrl.replace(PLAYLIST, STILL), seconds)),
        seconds);
  }

  private String signedAddress(String address, Instant until) {
    String token = UUID.randomUUID().toString();
    signed.put(token, new Signed(address, until));
    return address + "?token=" + token;
  }

  private <T> T call(Supplier<T> work) {
    if (failure != null) {
      throw new ProviderException(
          id,
          failure.kinds().iterator().next(),
          failure.name(),
          failure == FarSideFailure.THROTTLED ? Duration.ofSeconds(7) : null,
          null);
    }
    T answer = work.get();
    if (losesNextAnswer) {
      losesNextAnswer = false;
      throw new ProviderException(id, Kind.UNREADABLE, "the answer was lost");
    }
    return answer;
  }

  @Override
  public synchronized void fail(FarSideFailure how) {
    failure = how;
  }

  @Override
  public synchronized void recover() {
    failure = null;
  }

  @Override
  public synchronized boolean send(DirectUpload upload, byte[] file) {
    Entry entry = entries.get(upload.ref());
    if (entry == null
        || entry.status != LibraryStatus.AWAITING_FILE
        || isPast(entry.until)
        || !upload.address().equals(URI.create(HOST + "send/" + upload.ref().value()))) {
      return false;
    }
    entry.status = LibraryStatus.PROCESSING;
    entry.file = file.clone();
    return true;
  }

  @Override
  public synchronized URI sourceOf(byte[] file) {
    URI source = URI.create("https://files.fake.test/" + sources.size());
    sources.put(source, file.clone());
    return source;
  }

  @Override
  public URI sourceOfNothing() {
    return URI.create("https://files.fake.test/nothing");
  }

  @Override
  public URI refusedSource() {
    return URI.create("ftp://files.fake.test/film.mp4");
  }

  @Override
  public synchronized void finishProcessing() {
    for (Entry entry : entries.values()) {
      if (entry.status == LibraryStatus.PROCESSING) {
        entry.failure = failureOf(entry.file);
        entry.status = entry.failure == null ? LibraryStatus.READY : LibraryStatus.FAILED;
      }
    }
  }

  private static @Nullable VideoFailure failureOf(byte @Nullable [] file) {
    if (file == null) {
      return new VideoFailure(Reason.NOT_FETCHED, "nothing_there");
    }
    byte[] film = LibraryWorld.aFilm();
    boolean isFilm = file.length >= 8 && Arrays.equals(file, 4, 8, film, 4, 8);
    return isFilm ? null : new VideoFailure(Reason.NOT_A_VIDEO, "no_film");
  }

  @Override
  public synchronized void failProcessing(ProviderRef video, String code) {
    Entry entry = entry(video);
    entry.status = LibraryStatus.FAILED;
    entry.failure = new VideoFailure(Reason.OTHER, code);
  }

  @Override
  public synchronized void letUploadsLapse() {
    pass(UPLOAD_LIFE);
  }

  @Override
  public synchronized void loseNextAnswer() {
    losesNextAnswer = true;
  }

  @Override
  public synchronized int filesOf(VideoId video) {
    return (int)
        entries.values().stream()
            .filter(entry -> entry.wanted.video().equals(video))
            .filter(entry -> entry.status != LibraryStatus.AWAITING_FILE)
            .count();
  }

  @Override
  public synchronized boolean plays(String playlist) {
    return opens(playlist, PLAYLIST);
  }

  @Override
  public synchronized boolean shows(String thumbnail) {
    return opens(thumbnail, STILL);
  }

  private boolean opens(String address, String what) {
    int query = address.indexOf("?token=");
    String bare = query < 0 ? address : address.substring(0, query);
    if (!bare.startsWith(HOST) || !bare.endsWith(what)) {
      return false;
    }
    String name = bare.substring(HOST.length(), bare.length() - what.length());
    Entry entry = name.isBlank() ? null : entries.get(new ProviderRef(id, name));
    if (entry == null || entry.status != LibraryStatus.READY) {
      return false;
    }
    Signed signature = query < 0 ? null : signed.get(address.substring(query + 7));
    return signature == null
        ? query < 0 && !entry.wanted.signedOnly()
        : signature.address().equals(bare) && !isPast(signature.until());
  }

  @Override
  public synchronized LibraryVideo aSignedOnlyVideo() {
    ProviderRef ref =
        add(
            new NewVideo(
                new VideoId(UUID.randomUUID()),
                "Lesson two",
                true,
                new IdempotencyKey("signed-" + made)));
    Entry entry = entry(ref);
    entry.status = LibraryStatus.READY;
    return describe(ref, entry);
  }

  @Override
  public synchronized Instant now() {
    return now;
  }

  @Override
  public synchronized void pass(Duration time) {
    now = now.plus(time);
  }

  @Override
  public String toString() {
    return "the library of " + id;
  }
}
