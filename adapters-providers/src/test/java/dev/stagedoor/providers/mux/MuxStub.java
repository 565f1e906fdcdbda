package dev.stagedoor.providers.mux;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.stagedoor.domain.contract.FarSideFailure;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.providers.support.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
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
 * A little Mux, in this process: its API, where files are sent, what plays, and signed webhooks.
 * Everything plays the bundled test picture.
 */
public final class MuxStub implements AutoCloseable {
  public static final String TOKEN_ID = "stub-token";
  public static final Secret TOKEN_SECRET = Secret.of("stub-token-secret-9d1f");
  public static final Secret WEBHOOK_SECRET = Secret.of("stub-webhook-secret-77ab");
  public static final String KEY_ID = "StubSigningKey";
  private static final KeyPair KEY = newKey();
  private static final String API = "/video/v1/";

  private final int port;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "mux-stub");
            thread.setDaemon(true);
            return thread;
          });
  private final MuxStubEvents events;
  private final MuxStubState state;
  private final MuxStubApi api;
  private final MuxStubPlayback playback;
  private HttpServer server;
  private volatile @Nullable FarSideFailure failure;
  private volatile CountDownLatch slow = new CountDownLatch(0);
  private volatile boolean losesNextAnswer;
  private volatile boolean countsBroken;

  private MuxStub(Clock clock) {
    server = listen(0);
    port = server.getAddress().getPort();
    events = new MuxStubEvents(clock, WEBHOOK_SECRET);
    state = new MuxStubState(clock, events::tell);
    api = new MuxStubApi(state, baseUrl().toString());
    playback = new MuxStubPlayback(state, KEY_ID, KEY.getPublic());
  }

  public static MuxStub start() {
    return start(Clock.systemUTC());
  }

  public static MuxStub start(Clock clock) {
    return new MuxStub(clock);
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

  /** Returns the private key that signs, as Mux gives it out. */
  public static Secret privateKey() {
    String pem =
        "-----BEGIN PRIVATE KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(KEY.getPrivate().getEncoded())
            + "\n-----END PRIVATE KEY-----\n";
    return Secret.of(Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.US_ASCII)));
  }

  /** Returns what reaches this stand-in, signing and counting included. */
  public MuxConfig config() {
    return MuxConfig.of(TOKEN_ID, TOKEN_SECRET, WEBHOOK_SECRET)
        .withSigningKey(MuxSigningKey.of(KEY_ID, privateKey()))
        .at(baseUrl(), baseUrl(), baseUrl(), baseUrl());
  }

  /** Returns the settings of a server that shall use this stand-in. */
  public Map<String, Object> settings() {
    String prefix = MuxConfig.PREFIX + ".";
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put(prefix + "enabled", "true");
    settings.put(prefix + "token-id", TOKEN_ID);
    settings.put(prefix + "token-secret", TOKEN_SECRET.reveal());
    settings.put(prefix + "webhook-secret", WEBHOOK_SECRET.reveal());
    settings.put(prefix + "signing-key-id", KEY_ID);
    settings.put(prefix + "signing-private-key", privateKey().reveal());
    for (String url : List.of("base-url", "stream-url", "image-url", "stats-url")) {
      settings.put(prefix + url, baseUrl().toString());
    }
    return settings;
  }

  // ---- what people and encoders do at Mux

  /** Sends webhooks to this address from now on. */
  public void tellTo(URI webhooks) {
    events.tellTo(webhooks);
  }

  /** Returns the bodies of everything that was told, the oldest first. */
  public List<byte[]> told() {
    return events.told();
  }

  /** Finishes recordings and videos as soon as they can be. */
  public synchronized void finishAtOnce() {
    state.finishAtOnce();
  }

  /** Lets an encoder connect with a stream key, and returns whether it is let in. */
  public synchronized boolean connect(Secret streamKey) {
    return state.connect(streamKey.reveal());
  }

  /** Lets the encoder go, and the reconnect window pass. */
  public synchronized void disconnect(Secret streamKey) {
    state.byKey(streamKey.reveal()).ifPresent(state::disconnect);
  }

  public synchronized void finishRecordings() {
    state.finishRecordings();
  }

  public synchronized void finishProcessing() {
    state.finishProcessing();
  }

  /** Lets a video fail with any type of error. */
  public synchronized void failAsset(String id, String type) {
    state.failAsset(Optional.ofNullable(state.assets.get(id)).orElseThrow(), type);
  }

  /** Changes an asset, as a person at the dashboard or a newer API could. */
  public synchronized ObjectNode asset(String id) {
    return Optional.ofNullable(state.assets.get(id)).orElseThrow();
  }

  /** Returns an upload to be looked at or changed. */
  public synchronized ObjectNode upload(String id) {
    return Optional.ofNullable(state.uploads.get(id)).orElseThrow();
  }

  /** Returns a live stream to be looked at or changed. */
  public synchronized ObjectNode stream(String id) {
    return Optional.ofNullable(state.streams.get(id)).orElseThrow();
  }

  public synchronized void setViewers(String stream, int viewers) {
    state.viewers.put(stream, viewers);
  }

  /** Offers a file for fetching, and returns its address. */
  public synchronized URI offer(byte[] file) {
    URI address = baseUrl().resolve("/offered/" + state.sources.size());
    state.sources.put(address.toString(), file.clone());
    return address;
  }

  /** Makes an asset that somebody else has fetched. */
  public synchronized void fetchSomething() {
    ObjectNode wanted = Json.object().put("passthrough", "theirs");
    wanted.putArray("inputs").addObject().put("url", "https://files.example.org/film.mp4");
    wanted.putArray("playback_policies").add("public");
    state.fetch(wanted);
  }

  /** Makes a live stream that somebody else uses. */
  public synchronized void createSomeStream() {
    ObjectNode wanted = Json.object().put("passthrough", "theirs");
    wanted.putArray("playback_policies").add("public");
    wanted.putObject("new_asset_settings").putArray("playback_policies").add("public");
    state.createStream(wanted);
  }

  /** Makes viewer counts fail, and nothing else. */
  public void breakCounts() {
    countsBroken = true;
  }

  public synchronized int streamsWith(String passthrough) {
    return count(state.streams, passthrough);
  }

  public synchronized int assetsWith(String passthrough) {
    return count(state.assets, passthrough);
  }

  private static int count(Map<String, ObjectNode> things, String passthrough) {
    return (int)
        things.values().stream()
            .filter(thing -> thing.path("passthrough").asText().startsWith(passthrough))
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

  /** Does the next thing it is asked to change, and never answers. */
  public void loseNextAnswer() {
    losesNextAnswer = true;
  }

  // ---- HTTP

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      URI address = exchange.getRequestURI();
      if (address.getPath().startsWith(API)) {
        answer(exchange, body);
      } else if (address.getPath().startsWith("/sent/")) {
        receive(exchange, body);
      } else {
        play(exchange);
      }
    }
  }

  private void answer(HttpExchange exchange, byte[] body) throws IOException {
    FarSideFailure how = failure;
    if (how != null) {
      fail(exchange, how);
      return;
    }
    String expected =
        "Basic "
            + Base64.getEncoder()
                .encodeToString(
                    (TOKEN_ID + ":" + TOKEN_SECRET.reveal()).getBytes(StandardCharsets.UTF_8));
    MuxStubApi.Reply reply;
    if (!expected.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      reply = MuxStubApi.Reply.error(401, "unauthorized");
    } else {
      synchronized (this) {
        reply =
            api.answer(
                new MuxStubApi.Request(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    query(exchange.getRequestURI()),
                    body));
      }
    }
    if (losesNextAnswer && !exchange.getRequestMethod().equals("GET")) {
      losesNextAnswer = false;
      return;
    }
    say(exchange, reply.status(), reply.body().map(Json::write).orElse(new byte[0]));
  }

  private void fail(HttpExchange exchange, FarSideFailure how) throws IOException {
    byte[] refusal = Json.write(MuxStubApi.Reply.error(0, "as_wanted").body().orElseThrow());
    switch (how) {
      case UNAUTHORISED -> say(exchange, 401, refusal);
      case FORBIDDEN -> say(exchange, 403, refusal);
      case THROTTLED -> {
        exchange.getResponseHeaders().set("Retry-After", "7");
        say(exchange, 429, refusal);
      }
      case SERVER_ERROR -> say(exchange, 500, refusal);
      case EMPTY_503 -> say(exchange, 503, new byte[0]);
      case HTML_PAGE -> {
        exchange.getResponseHeaders().set("Content-Type", "text/html");
        say(exchange, 200, "<html>Sign in</html>".getBytes(StandardCharsets.UTF_8));
      }
      case TRUNCATED ->
          say(exchange, 200, "{\"data\":{\"id\":\"a".getBytes(StandardCharsets.UTF_8));
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

  private void receive(HttpExchange exchange, byte[] file) throws IOException {
    String url = baseUrl() + exchange.getRequestURI().toString();
    exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
    exchange.getResponseHeaders().set("Access-Control-Allow-Methods", "PUT");
    exchange.getResponseHeaders().set("Access-Control-Allow-Headers", "content-type");
    boolean taken;
    if (exchange.getRequestMethod().equals("OPTIONS")) {
      taken = true;
    } else {
      synchronized (this) {
        taken = exchange.getRequestMethod().equals("PUT") && state.send(url, file);
      }
    }
    say(exchange, taken ? 200 : 410, new byte[0]);
  }

  private void play(HttpExchange exchange) throws IOException {
    if (countsBroken && exchange.getRequestURI().getPath().equals("/counts")) {
      say(exchange, 503, new byte[0]);
      return;
    }
    MuxStubPlayback.Served served;
    synchronized (this) {
      served =
          playback.serve(
              exchange.getRequestURI().getPath(), query(exchange.getRequestURI()).get("token"));
    }
    exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
    exchange.getResponseHeaders().set("Content-Type", served.type());
    say(exchange, served.status(), served.body());
  }

  private static void say(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }

  private static Map<String, String> query(URI address) {
    Map<String, String> query = new LinkedHashMap<>();
    String raw = address.getRawQuery();
    for (String part : raw == null ? new String[0] : raw.split("&", -1)) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        query.put(
            part.substring(0, equals),
            URLDecoder.decode(part.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return query;
  }

  @Override
  public void close() {
    slow.countDown();
    server.stop(0);
    threads.shutdownNow();
    events.close();
  }
}
