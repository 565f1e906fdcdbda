package dev.stagedoor.providers.firebase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jwt.JWTClaimsSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.stagedoor.domain.contract.FailingFarSide;
import dev.stagedoor.domain.contract.FarSideFailure;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.providers.support.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A little Firebase, in this process: its users, its sign-in, tokens that are really signed, the
 * keys they are checked by, and the server that turns a service account's key into access. Written
 * from Google's reference and from what its emulator answers.
 */
public final class FirebaseStub implements FailingFarSide, AutoCloseable {
  public static final String PROJECT = "stagedoor-stub";
  public static final Secret API_KEY = Secret.of("AIzaStub-web-api-key-0123456789abcdef");

  private final int port;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "firebase-stub");
            thread.setDaemon(true);
            return thread;
          });
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final AtomicInteger failures = new AtomicInteger();
  private final FirebaseStubState state = new FirebaseStubState(PROJECT);
  private final FirebaseStubApi api = new FirebaseStubApi(state, API_KEY.reveal());
  private HttpServer server;
  private volatile @Nullable FarSideFailure failure;
  private volatile String failing = "";
  private volatile String losing = "";
  private volatile CountDownLatch silence = new CountDownLatch(0);

  private FirebaseStub() {
    server = listen(0);
    port = server.getAddress().getPort();
  }

  public static FirebaseStub start() {
    return new FirebaseStub();
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

  /** Returns the key of a service account, as Google's console gives it out. */
  public static Secret serviceAccount() {
    return Secret.of(
        new String(Json.write(FirebaseStubApi.serviceAccount()), StandardCharsets.UTF_8));
  }

  /** Returns what reaches this stand-in. */
  public FirebaseConfig config() {
    return new FirebaseConfig(PROJECT, API_KEY, serviceAccount(), null, baseUrl());
  }

  /** Returns the settings of a server that shall use this stand-in, and no other for sign-in. */
  public Map<String, String> settings() {
    String prefix = FirebaseConfig.PREFIX + ".";
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put(prefix + "enabled", "true");
    settings.put(prefix + "project-id", PROJECT);
    settings.put(prefix + "api-key", API_KEY.reveal());
    settings.put(prefix + "service-account", serviceAccount().reveal());
    settings.put(prefix + "base-url", baseUrl().toString());
    settings.put("stagedoor.providers.local.enabled", "false");
    settings.put("stagedoor.routes.auth", "firebase");
    return settings;
  }

  // ---- what time and people do at Firebase

  public Clock clock() {
    return state.clock();
  }

  /** Lets time go by for Firebase, and for the clock of who calls as far as it tells its time. */
  public void advance(Duration by) {
    state.advance(by);
  }

  /** Lets Firebase tell unknown addresses from wrong passwords, as older projects do. */
  public synchronized void tellsUnknownAddresses() {
    state.tellUnknownAddresses();
  }

  /** Takes an account out of use, as a person at the console can. */
  public synchronized void disable(String subject) {
    state.user(subject).disabled = true;
  }

  /** Answers every sign-in with this code from now on. */
  public synchronized void refuseSignIns(String message) {
    api.refuseSignIns(message);
  }

  /** Takes no new password from now on, and says this. */
  public synchronized void refusePasswords(String message) {
    api.refusePasswords(message);
  }

  public synchronized boolean knows(String subject) {
    return state.users.containsKey(subject);
  }

  /** Returns the custom claims that tokens of this user get. */
  public synchronized JsonNode claims(String subject) {
    return Json.read(state.user(subject).customAttributes.getBytes(StandardCharsets.UTF_8));
  }

  /** Signs a token as Firebase does, whatever it says. */
  public String sign(JWTClaimsSet claims) {
    return FirebaseStubState.KEY.sign(claims);
  }

  /** Returns what was asked, as method and path, without what failed. */
  public List<String> asked() {
    return List.copyOf(asked);
  }

  /** Returns how many requests failed as {@link #fail} wanted them to. */
  public int failures() {
    return failures.get();
  }

  // ---- what goes wrong

  @Override
  public void fail(FarSideFailure how) {
    failAt("", how);
  }

  /** Makes the calls fail whose path has this in it. */
  public synchronized void failAt(String path, FarSideFailure how) {
    failing = path;
    failure = how;
    if (how == FarSideFailure.SLOW) {
      silence = new CountDownLatch(1);
    }
    if (how == FarSideFailure.DOWN) {
      server.stop(0);
    }
  }

  /** Loses the next answer to a call whose path has this in it, after doing what it asks. */
  public void loseNextAnswerAt(String path) {
    losing = path;
  }

  @Override
  public synchronized void recover() {
    if (failure == FarSideFailure.DOWN) {
      server = listen(port);
    }
    failure = null;
    silence.countDown();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      byte[] body = exchange.getRequestBody().readAllBytes();
      FarSideFailure how = failure;
      if (how != null && path.contains(failing)) {
        failures.incrementAndGet();
        fail(exchange, how);
        return;
      }
      asked.add(exchange.getRequestMethod() + " " + path);
      FirebaseStubApi.Reply reply;
      synchronized (this) {
        reply = api.answer(exchange.getRequestMethod(), path, exchange.getRequestHeaders(), body);
      }
      if (!losing.isEmpty() && path.contains(losing)) {
        losing = "";
        return;
      }
      send(exchange, reply.status(), Json.write(reply.body()), reply.headers());
    }
  }

  private void fail(HttpExchange exchange, FarSideFailure how) throws IOException {
    switch (how) {
      case UNAUTHORISED -> error(exchange, 401, "UNAUTHENTICATED", Map.of());
      case FORBIDDEN -> error(exchange, 403, "PERMISSION_DENIED", Map.of());
      case THROTTLED -> error(exchange, 429, "RESOURCE_EXHAUSTED", Map.of("Retry-After", "7"));
      case SERVER_ERROR -> error(exchange, 500, "INTERNAL", Map.of());
      case EMPTY_503 -> send(exchange, 503, new byte[0], Map.of());
      case HTML_PAGE ->
          send(
              exchange,
              200,
              "<html><h1>Welcome</h1></html>".getBytes(StandardCharsets.UTF_8),
              Map.of("Content-Type", "text/html"));
      case TRUNCATED ->
          send(exchange, 200, "{\"kind\": \"identityto".getBytes(StandardCharsets.UTF_8), Map.of());
      case SLOW -> awaitRecovery();
      case DOWN, RESET -> {
        // Closing the exchange without an answer breaks the connection.
      }
    }
  }

  private void awaitRecovery() {
    try {
      silence.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void error(
      HttpExchange exchange, int code, String status, Map<String, String> headers)
      throws IOException {
    ObjectNode body = Json.object();
    body.putObject("error").put("code", code).put("message", "Not now.").put("status", status);
    send(exchange, code, Json.write(body), headers);
  }

  private static void send(
      HttpExchange exchange, int status, byte[] body, Map<String, String> headers)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json; charset=UTF-8");
    // No connection outlives its answer: a kept one could break at the next request.
    exchange.getResponseHeaders().set("Connection", "close");
    headers.forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    silence.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
