package dev.stagedoor.providers.cloudflare;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.stagedoor.domain.contract.FarSideFailure;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.providers.support.Json;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * A little Cloudflare Stream, in this process: its API, where files are sent, what plays, and what
 * it tells. Everything plays the bundled test picture.
 */
public final class CloudflareStub implements AutoCloseable {
  public static final String ACCOUNT = "023e105f4ecef8ad9ca31a8372d0c353";
  public static final Secret API_TOKEN = Secret.of("stub-api-token-51aa");
  public static final Secret WEBHOOK_SECRET = Secret.of("stub-webhook-secret-93d0");
  public static final Secret NOTIFICATION_SECRET = Secret.of("stub-notification-secret-08ee");
  public static final String KEY_ID = "stubSigningKey";

  static {
    // Else each answer waits for the acknowledgement of its headers.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private static final KeyPair KEY = newKey();
  private static final String API = "/client/v4";
  private static final String STREAM = API + "/accounts/" + ACCOUNT + "/stream";
  private static final String PLAY = "/play";
  private static final String UPLOAD = "/upload/";

  private final int port;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "cloudflare-stub");
            thread.setDaemon(true);
            return thread;
          });
  private final CloudflareStubNotices notices =
      new CloudflareStubNotices(WEBHOOK_SECRET, NOTIFICATION_SECRET);
  private final CloudflareStubState state;
  private final CloudflareStubApi api;
  private final CloudflareStubPlayback playback;
  private HttpServer server;
  private volatile @Nullable FarSideFailure failure;
  private volatile CountDownLatch slow = new CountDownLatch(0);
  private volatile boolean losesNextAnswer;
  private volatile boolean countsNobody;

  private CloudflareStub(Clock clock) {
    server = listen(0);
    port = server.getAddress().getPort();
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

  private HttpServer listen(int at) {
    try {
      HttpServer listening =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), at), 50);
      listening.setExecutor(threads);
      listening.createContext("/", this::handle);
      listening.start();
      return listening;
    } catch (IOException e) {
      throw new IllegalStateException("the stand-in cannot listen", e);
    }
  }

  public URI baseUrl() {
    return URI.create("http://127.0.0.1:" + port);
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
    URI address = baseUrl().resolve("/offered/" + state.sources.size());
    state.sources.put(address.toString(), file.clone());
    return address;
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

  /** Makes the API fail, without effect, until {@link #recover}. */
  public void fail(FarSideFailure how) {
    slow = new CountDownLatch(how == FarSideFailure.SLOW ? 1 : 0);
    failure = how;
    if (how == FarSideFailure.DOWN) {
      server.stop(0);
    }
  }

  public void recover() {
    FarSideFailure before = failure;
    failure = null;
    slow.countDown();
    if (before == FarSideFailure.DOWN) {
      server = listen(port);
    }
  }

  /** Does the next thing it is asked to change, and lets its answer break off. */
  public void loseNextAnswer() {
    losesNextAnswer = true;
  }

  /** Refuses the next live input with a conflict. */
  public synchronized void conflictWith(String message) {
    api.conflictWith(message);
  }

  /** Lists everything, whatever is asked for, as before there were filters. */
  public synchronized void ignoreFilters() {
    api.ignoreFilters();
  }

  /** Lets the host that plays answer no questions for viewers. */
  public void countNobody() {
    countsNobody = true;
  }

  // ---- HTTP

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String path = exchange.getRequestURI().getPath();
      if (path.startsWith(API)) {
        answer(exchange, body);
      } else if (path.startsWith(UPLOAD)) {
        receive(exchange, path.substring(UPLOAD.length()), body);
      } else if (path.startsWith(PLAY)) {
        play(exchange, path.substring(PLAY.length()));
      } else {
        say(exchange, CloudflareStubReply.nothing(404));
      }
    }
  }

  private void answer(HttpExchange exchange, byte[] body) throws IOException {
    FarSideFailure how = failure;
    if (how != null) {
      fail(exchange, how);
      return;
    }
    CloudflareStubReply reply = reply(exchange, body);
    if (losesNextAnswer && !exchange.getRequestMethod().equals("GET")) {
      losesNextAnswer = false;
      reply = CloudflareStubReply.text("application/json", "{\"success\": true, \"res");
    }
    say(exchange, reply);
  }

  private CloudflareStubReply reply(HttpExchange exchange, byte[] body) {
    String token = exchange.getRequestHeaders().getFirst("Authorization");
    if (!("Bearer " + API_TOKEN.reveal()).equals(token)) {
      return CloudflareStubReply.error(401, 10000, "Authentication error");
    }
    String path = exchange.getRequestURI().getPath();
    if (!path.startsWith(STREAM)) {
      return CloudflareStubReply.error(403, 10000, "Authentication error");
    }
    synchronized (this) {
      return api.answer(
          new CloudflareStubApi.Call(
              exchange.getRequestMethod(),
              path.substring(STREAM.length()),
              query(exchange.getRequestURI()),
              Optional.ofNullable(exchange.getRequestHeaders().getFirst("Idempotency-Key")),
              Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type")),
              body));
    }
  }

  private void fail(HttpExchange exchange, FarSideFailure how) throws IOException {
    switch (how) {
      case UNAUTHORISED ->
          say(exchange, CloudflareStubReply.error(401, 10000, "Authentication error"));
      case FORBIDDEN ->
          say(exchange, CloudflareStubReply.error(403, 10000, "Authentication error"));
      case THROTTLED -> {
        exchange.getResponseHeaders().set("Retry-After", "7");
        say(exchange, CloudflareStubReply.error(429, 10429, "Rate limited"));
      }
      case SERVER_ERROR ->
          say(exchange, CloudflareStubReply.error(500, 10001, "Internal Server Error"));
      case EMPTY_503 -> say(exchange, CloudflareStubReply.nothing(503));
      case HTML_PAGE ->
          say(exchange, CloudflareStubReply.text("text/html", "<html>Sign in</html>"));
      case TRUNCATED ->
          say(exchange, CloudflareStubReply.text("application/json", "{\"success\": true, \"r"));
      case SLOW -> {
        try {
          slow.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
      case RESET, DOWN -> {
        // Closing without an answer breaks the connection.
      }
    }
  }

  private void receive(HttpExchange exchange, String token, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
    exchange.getResponseHeaders().set("Access-Control-Allow-Methods", "POST");
    exchange.getResponseHeaders().set("Access-Control-Allow-Headers", "content-type");
    if (exchange.getRequestMethod().equals("OPTIONS")) {
      say(exchange, CloudflareStubReply.nothing(200));
      return;
    }
    Optional<byte[]> file =
        CloudflareStubForm.file(exchange.getRequestHeaders().getFirst("Content-Type"), body);
    boolean taken;
    synchronized (this) {
      taken =
          exchange.getRequestMethod().equals("POST") && file.isPresent() && take(token, file.get());
    }
    say(exchange, CloudflareStubReply.nothing(taken ? 200 : 400));
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

  private void play(HttpExchange exchange, String path) throws IOException {
    exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
    CloudflareStubReply reply;
    synchronized (this) {
      reply =
          countsNobody && path.endsWith("/views")
              ? CloudflareStubReply.nothing(503)
              : playback.serve(path);
    }
    say(exchange, reply);
  }

  private static void say(HttpExchange exchange, CloudflareStubReply reply) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", reply.type());
    int length = reply.body().length;
    exchange.sendResponseHeaders(reply.status(), length == 0 ? -1 : length);
    if (length > 0) {
      exchange.getResponseBody().write(reply.body());
    }
  }

  private static Map<String, String> query(URI address) {
    Map<String, String> query = new LinkedHashMap<>();
    String raw = address.getRawQuery();
    for (String part : raw == null ? new String[0] : raw.split("&", -1)) {
      String[] pair = part.split("=", 2);
      query.put(pair[0], URLDecoder.decode(pair[pair.length - 1], StandardCharsets.UTF_8));
    }
    return query;
  }

  @Override
  public void close() {
    recover();
    server.stop(0);
    threads.shutdownNow();
    notices.close();
  }
}
