package dev.stagedoor.providers.cloudflare;

import dev.stagedoor.domain.contract.FarSideFailure;
import dev.stagedoor.domain.contract.LibraryWorld;
import dev.stagedoor.domain.contract.SignedPlaybackWorld;
import dev.stagedoor.domain.contract.VideoWorld;
import dev.stagedoor.domain.fake.MutableClock;
import dev.stagedoor.domain.kernel.IdempotencyKey;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.library.DirectUpload;
import dev.stagedoor.domain.library.LibraryVideo;
import dev.stagedoor.domain.library.NewVideo;
import dev.stagedoor.domain.library.VideoId;
import dev.stagedoor.domain.video.LiveInput;
import dev.stagedoor.domain.video.LiveStreamId;
import dev.stagedoor.providers.support.HttpLimits;
import dev.stagedoor.providers.support.ProviderCalls;
import dev.stagedoor.providers.support.ProviderRuntime;
import dev.stagedoor.providers.support.Waiting;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** The stand-in for Cloudflare as the contracts arrange it, and the adapter that talks to it. */
final class CloudflareWorld
    implements VideoWorld, LibraryWorld, SignedPlaybackWorld, AutoCloseable {
  private static final HttpLimits IMPATIENT =
      HttpLimits.DEFAULT.withExchange(Duration.ofMillis(300)).withRepeats(0);
  private static final String BOUNDARY = "----a-browsers-form";

  final MutableClock clock = new MutableClock(Instant.parse("2025-06-01T10:00:00Z"));
  final CloudflareStub stub = CloudflareStub.start(clock);
  private final Cloudflare cloudflare = open(stub.config());
  private final HttpClient browser = HttpClient.newHttpClient();

  /** Lets pauses pass at once. */
  private static final class NoWaiting implements Waiting {
    @Override
    public long nanoTime() {
      return 0;
    }

    @Override
    public void pause(Duration pause) {
      // Passed.
    }
  }

  /** Returns the adapter; one that does not wait for long where waiting is in vain. */
  Cloudflare cloudflare() {
    return stub.isSlow() ? open(stub.config(), IMPATIENT) : cloudflare;
  }

  Cloudflare open(CloudflareConfig config) {
    return open(config, HttpLimits.DEFAULT);
  }

  private Cloudflare open(CloudflareConfig config, HttpLimits limits) {
    return Cloudflare.open(
        config, ProviderRuntime.plain().with(clock).with(new NoWaiting()), limits);
  }

  private static Secret key(LiveInput input) {
    return input.credentials().rtmp().orElseThrow().streamKey();
  }

  @Override
  public boolean connect(LiveInput input) {
    clock.advance(Duration.ofSeconds(10));
    return stub.connect(key(input));
  }

  @Override
  public void disconnect(LiveInput input) {
    clock.advance(Duration.ofSeconds(10));
    stub.disconnect(key(input));
  }

  @Override
  public void finishRecordings() {
    clock.advance(Duration.ofSeconds(60));
    stub.finishRecordings();
  }

  @Override
  public int inputsOf(LiveStreamId stream) {
    return stub.inputsOf(stream.value().toString());
  }

  @Override
  public boolean send(DirectUpload upload, byte[] file) {
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    String head =
        "--"
            + BOUNDARY
            + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"film.mp4\"\r\n"
            + "Content-Type: video/mp4\r\n\r\n";
    form.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
    form.writeBytes(file);
    form.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
    return exchange(
                HttpRequest.newBuilder(upload.address())
                    .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(form.toByteArray()))
                    .build())
            .statusCode()
        == 200;
  }

  @Override
  public boolean plays(String playlist) {
    HttpResponse<String> answer = get(playlist);
    return answer.statusCode() == 200
        && answer.headers().firstValue("content-type").orElse("").endsWith("mpegURL")
        && answer
            .body()
            .lines()
            .filter(line -> !line.startsWith("#"))
            .allMatch(
                segment ->
                    get(URI.create(playlist).resolve(segment).toString()).statusCode() == 200);
  }

  @Override
  public boolean shows(String thumbnail) {
    HttpResponse<String> answer = get(thumbnail);
    return answer.statusCode() == 200
        && answer.headers().firstValue("content-type").filter("image/jpeg"::equals).isPresent();
  }

  private HttpResponse<String> get(String url) {
    return exchange(HttpRequest.newBuilder(URI.create(url)).GET().build());
  }

  private HttpResponse<String> exchange(HttpRequest request) {
    try {
      return browser.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public URI sourceOf(byte[] file) {
    return stub.offer(file);
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
    stub.finishProcessing();
  }

  @Override
  public void failProcessing(ProviderRef video, String code) {
    stub.failVideo(video.value(), code);
  }

  @Override
  public void letUploadsLapse() {
    clock.advance(Duration.ofHours(1));
  }

  @Override
  public void loseNextAnswer() {
    stub.loseNextAnswer();
  }

  @Override
  public int filesOf(VideoId video) {
    return stub.filesOf(video.value().toString());
  }

  @Override
  public void fail(FarSideFailure how) {
    stub.fail(how);
  }

  @Override
  public void recover() {
    stub.recover();
    clock.advance(ProviderCalls.REST.plusSeconds(60));
  }

  @Override
  public LibraryVideo aSignedOnlyVideo() {
    UUID id = UUID.randomUUID();
    NewVideo wanted =
        new NewVideo(new VideoId(id), "Lesson two", true, new IdempotencyKey("signed-" + id));
    ProviderRef ref =
        cloudflare.libraryProvider().library().ingest(wanted, sourceOf(LibraryWorld.aFilm()));
    finishProcessing();
    return cloudflare.libraryProvider().library().find(ref).orElseThrow();
  }

  @Override
  public Instant now() {
    return clock.instant();
  }

  @Override
  public void pass(Duration time) {
    clock.advance(time);
  }

  @Override
  public void close() {
    stub.close();
  }
}
