package dev.stagedoor.providers.cloudflare;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.providers.support.FaultyServer;
import dev.stagedoor.providers.support.Json;
import java.math.BigInteger;
import java.net.URI;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateCrtKey;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A little Cloudflare Stream, in this process: its API, where files are sent, what plays, and what
 * it tells. Everything plays the bundled test picture.
 */
public final class CloudflareStub extends FaultyServer {
  public static final String ACCOUNT = "023e105f4ecef8ad9ca31a8372d0c353";
  public static final Secret API_TOKEN = Secret.of("stub-api-token-51aa");
  public static final Secret WEBHOOK_SECRET = Secret.of("stub-webhook-secret-93d0");
  public static final Secret NOTIFICATION_SECRET = Secret.of("stub-notification-secret-08ee");
  public static final String KEY_ID = "stubSigningKey";

  private static final KeyPair KEY = newKey();
  private static final String API = "/client/v4";
  private static final String STREAM = API + "/accounts/" + ACCOUNT + "/stream";
  private static final String PLAY = "/play";
  private static final String UPLOAD = "/upload/";

  private final CloudflareStubNotices notices =
      new CloudflareStubNotices(WEBHOOK_SECRET, NOTIFICATION_SECRET);
  private final CloudflareStubState state;
  private final CloudflareStubApi api;
  private final CloudflareStubPlayback playback;
  private boolean countsNobody;

  private CloudflareStub(Clock clock) {
    state = new CloudflareStubState(clock, notices, baseUrl() + PLAY);
    api = new CloudflareStubApi(state, baseUrl() + UPLOAD);
    playback = new CloudflareStubPlayback(state, KEY_ID, KEY.getPublic());
  }

  public static CloudflareStub start() {
    return start(Clock.systemUTC());
  }

  public static CloudflareStub start(Clock clock) {
    return new CloudflareStub(clock);
  }

  private static KeyPair newKey() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static KeyPair key() {
    return KEY;
  }

  /** Returns the signing key as Cloudflare gives it out: a JWK in Base64. */
  public static Secret signingKey() {
    RSAPrivateCrtKey key = (RSAPrivateCrtKey) KEY.getPrivate();
    ObjectNode jwk =
        Json.object()
            .put("use", "sig")
            .put("kty", "RSA")
            .put("kid", KEY_ID)
            .put("alg", "RS256")
            .put("n", number(key.getModulus()))
            .put("e", number(key.getPublicExponent()))
            .put("d", number(key.getPrivateExponent()))
            .put("p", number(key.getPrimeP()))
            .put("q", number(key.getPrimeQ()))
            .put("dp", number(key.getPrimeExponentP()))
            .put("dq", number(key.getPrimeExponentQ()))
            .put("qi", number(key.getCrtCoefficient()));
    return Secret.of(Base64.getEncoder().encodeToString(Json.write(jwk)));
  }

  private static String number(BigInteger value) {
    byte[] bytes = value.toByteArray();
    byte[] unsigned = bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    return Base64.getUrlEncoder().withoutPadding().encodeToString(unsigned);
  }

  /** Returns what reaches this stand-in, signing and notifications included. */
  public CloudflareConfig config() {
    return CloudflareConfig.of(ACCOUNT, API_TOKEN, WEBHOOK_SECRET)
        .withNotificationSecret(NOTIFICATION_SECRET)
        .withSigningKey(CloudflareSigningKey.of(KEY_ID, signingKey()))
        .at(baseUrl().resolve(API), baseUrl().resolve(PLAY));
  }

  /** Returns the settings of a server that shall use this stand-in. */
  public Map<String, Object> settings() {
    String prefix = CloudflareConfig.PREFIX + ".";
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put(prefix + "enabled", "true");
    settings.put(prefix + "account-id", ACCOUNT);
    settings.put(prefix + "api-token", API_TOKEN.reveal());
    settings.put(prefix + "webhook-secret", WEBHOOK_SECRET.reveal());
    settings.put(prefix + "notification-secret", NOTIFICATION_SECRET.reveal());
    settings.put(prefix + "signing-key-id", KEY_ID);
    settings.put(prefix + "signing-key", signingKey().reveal());
    settings.put(prefix + "base-url", baseUrl().resolve(API).toString());
    settings.put(prefix + "playback-url", baseUrl().resolve(PLAY).toString());
    return settings;
  }

  // ---- what people and encoders do at Cloudflare

  /** Tells of live inputs and of videos to these addresses from now on. */
  public void tellTo(URI ofInputs, URI ofVideos) {
    notices.tellTo(ofInputs, ofVideos);
  }

  /** Returns the bodies of everything that was told, the oldest first. */
  public List<byte[]> told() {
    return notices.told();
  }

  /** Waits until everything that was told was answered, and returns the statuses. */
  public List<Integer> answers() {
    return notices.answers();
  }

  /** Finishes recordings and videos as soon as they can be. */
  public synchronized void finishAtOnce() {
    state.finishAtOnce();
  }

  /** Lets an encoder connect with a stream key, and returns whether it is let in. */
  public synchronized boolean connect(Secret streamKey) {
    return state.connect(streamKey.reveal());
  }

  public synchronized void disconnect(Secret streamKey) {
    state
        .byStreamKey(streamKey.reveal())
        .ifPresent(input -> state.disconnect(input.path("uid").asText()));
  }

  public synchronized void finishRecordings() {
    state.finishRecordings();
  }

  public synchronized void finishProcessing() {
    state.finishProcessing();
  }

  /** Lets a video fail with any reason code. */
  public synchronized void failVideo(String uid, String code) {
    state.fail(video(uid), code);
  }

  /** Returns a video to be looked at or changed, as a newer API could. */
  public synchronized ObjectNode video(String uid) {
    return Optional.ofNullable(state.videos.get(uid)).orElseThrow();
  }

  /** Returns a live input to be looked at or changed. */
  public synchronized ObjectNode input(String uid) {
    return Optional.ofNullable(state.inputs.get(uid)).orElseThrow();
  }

  public synchronized void setViewers(String input, long viewers) {
    state.viewers.put(input, viewers);
  }

  /** Offers a file for fetching, and returns its address. */
  public synchronized URI offer(byte[] file) {
    return state.sources.offer(baseUrl(), file);
  }

  /** Makes a video that somebody else has sent. */
  public synchronized ObjectNode videoOfSomebodyElse() {
    return state.newVideo(Json.object(), "ready");
  }

  public synchronized int inputsOf(String stream) {
    return (int)
        state.inputs.values().stream()
            .filter(
                input ->
                    input
                        .path("meta")
                        .path(CloudflareLiveIngest.META_STREAM)
                        .asText()
                        .equals(stream))
            .count();
  }

  public synchronized int filesOf(String video) {
    return (int)
        state.videos.values().stream()
            .filter(one -> one.path("meta").path(CloudflareVideo.META_VIDEO).asText().equals(video))
            .filter(state::hasFile)
            .count();
  }

  // ---- how it fails

  /** Refuses the next live input with a conflict. */
  public synchronized void conflictWith(String message) {
    api.conflictWith(message);
  }

  /** Lists everything, whatever is asked for, as before there were filters. */
  public synchronized void ignoreFilters() {
    api.ignoreFilters();
  }

  /** Lets the host that plays answer no questions for viewers. */
  public synchronized void countNobody() {
    countsNobody = true;
  }

  // ---- HTTP

  @Override
  protected boolean isApi(Asked request) {
    return request.path().startsWith(API);
  }

  @Override
  protected Reply refusal(int status) {
    return switch (status) {
      case 429 -> CloudflareStubApi.error(status, 10429, "Rate limited");
      case 500 -> CloudflareStubApi.error(status, 10001, "Internal Server Error");
      default -> CloudflareStubApi.error(status, 10000, "Authentication error");
    };
  }

  /** Breaks off: who is left without any answer asks again at once. */
  @Override
  protected Optional<Reply> lost() {
    return Optional.of(Reply.text(200, "application/json", "{\"success\": true, \"res"));
  }

  @Override
  protected Reply answer(Asked request) {
    String path = request.path();
    if (isApi(request)) {
      return ofApi(request);
    }
    if (path.startsWith(UPLOAD)) {
      return receive(request, path.substring(UPLOAD.length())).forAnyOrigin();
    }
    return path.startsWith(PLAY)
        ? play(path.substring(PLAY.length())).forAnyOrigin()
        : Reply.empty(404);
  }

  private Reply ofApi(Asked request) {
    if (!request.bearer().equals(Optional.of(API_TOKEN.reveal()))) {
      return refusal(401);
    }
    return request.path().startsWith(STREAM)
        ? api.answer(request, request.path().substring(STREAM.length()))
        : refusal(403);
  }

  private Reply receive(Asked request, String token) {
    boolean taken =
        switch (request.method()) {
          case "OPTIONS" -> true;
          case "POST" ->
              CloudflareStubForm.file(request.headers().getFirst("Content-Type"), request.body())
                  .filter(file -> take(token, file))
                  .isPresent();
          default -> false;
        };
    return Reply.empty(taken ? 200 : 400)
        .with("Access-Control-Allow-Methods", "POST")
        .with("Access-Control-Allow-Headers", "content-type");
  }

  private boolean take(String token, byte[] file) {
    ObjectNode video = state.videos.get(state.uploads.getOrDefault(token, ""));
    if (video == null
        || !CloudflareStubState.stateOf(video).equals("pendingupload")
        || !state.now().isBefore(Instant.parse(video.path("uploadExpiry").asText()))) {
      return false;
    }
    state.receive(video, file, "queued");
    return true;
  }

  private Reply play(String path) {
    return countsNobody && path.endsWith("/views") ? Reply.empty(503) : playback.serve(path);
  }

  @Override
  public void close() {
    super.close();
    notices.close();
  }
}
