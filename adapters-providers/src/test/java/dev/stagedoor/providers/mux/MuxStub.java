package dev.stagedoor.providers.mux;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.providers.support.FaultyServer;
import dev.stagedoor.providers.support.Json;
import java.net.URI;
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

/**
 * A little Mux, in this process: its API, where files are sent, what plays, and signed webhooks.
 * Everything plays the bundled test picture.
 */
public final class MuxStub extends FaultyServer {
  public static final String TOKEN_ID = "stub-token";
  public static final Secret TOKEN_SECRET = Secret.of("stub-token-secret-9d1f");
  public static final Secret WEBHOOK_SECRET = Secret.of("stub-webhook-secret-77ab");
  public static final String KEY_ID = "StubSigningKey";
  private static final KeyPair KEY = newKey();
  private static final String API = "/video/v1/";

  private final MuxStubEvents events;
  private final MuxStubState state;
  private final MuxStubApi api;
  private final MuxStubPlayback playback;
  private boolean countsBroken;

  private MuxStub(Clock clock) {
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
    return state.sources.offer(baseUrl(), file);
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
  public synchronized void breakCounts() {
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

  // ---- HTTP

  @Override
  protected boolean isApi(Asked request) {
    return request.path().startsWith(API);
  }

  @Override
  protected Reply refusal(int status) {
    return MuxStubApi.error(status, "as_wanted");
  }

  @Override
  protected Reply answer(Asked request) {
    if (isApi(request)) {
      return request.isFrom(TOKEN_ID, TOKEN_SECRET)
          ? api.answer(request)
          : MuxStubApi.error(401, "unauthorized");
    }
    return (request.path().startsWith("/sent/") ? receive(request) : play(request)).forAnyOrigin();
  }

  private Reply receive(Asked request) {
    boolean taken =
        switch (request.method()) {
          case "OPTIONS" -> true;
          case "PUT" ->
              state.send(
                  baseUrl() + request.path() + "?upload_id=" + request.query().get("upload_id"),
                  request.body());
          default -> false;
        };
    return Reply.empty(taken ? 200 : 410)
        .with("Access-Control-Allow-Methods", "PUT")
        .with("Access-Control-Allow-Headers", "content-type");
  }

  private Reply play(Asked request) {
    if (countsBroken && request.path().equals("/counts")) {
      return Reply.empty(503);
    }
    return playback.serve(request.path(), request.query().get("token"));
  }

  @Override
  public void close() {
    super.close();
    events.close();
  }
}
