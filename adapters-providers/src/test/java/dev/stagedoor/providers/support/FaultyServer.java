package dev.stagedoor.providers.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.stagedoor.domain.contract.FailingFarSide;
import dev.stagedoor.domain.contract.FarSideFailure;
import dev.stagedoor.domain.kernel.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * A vendor's stand-in at one port of this computer. It does what it is asked, one at a time, as its
 * subclass knows, best by {@link Routes}; and it fails as it is told, without doing what it was
 * asked. This object's monitor guards the subclass's state too: what a test asks of it directly is
 * synchronized.
 */
public abstract class FaultyServer implements FailingFarSide, AutoCloseable {
  static {
    // Else each answer waits for the acknowledgement of its headers.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "stand-in");
            thread.setDaemon(true);
            return thread;
          });
  private final int port;
  private final List<String> asked = new ArrayList<>();
  private HttpServer server;
  private @Nullable KeptPort kept;
  private @Nullable FarSideFailure failure;
  private String failing = "";
  private int failures;
  private boolean losesNextAnswer;
  private CountDownLatch silence = new CountDownLatch(0);

  /** One answer. */
  public record Reply(int status, Map<String, String> headers, byte[] body) {
    public static Reply json(int status, JsonNode body) {
      return of(status, "application/json", Json.write(body));
    }

    public static Reply text(int status, String type, String text) {
      return of(status, type, text.getBytes(StandardCharsets.UTF_8));
    }

    public static Reply of(int status, String type, byte[] body) {
      return new Reply(status, Map.of("Content-Type", type), body);
    }

    public static Reply empty(int status) {
      return new Reply(status, Map.of(), new byte[0]);
    }

    public Reply with(String header, String value) {
      Map<String, String> more = new LinkedHashMap<>(headers);
      more.put(header, value);
      return new Reply(status, more, body);
    }

    /** Lets scripts of any page read it. */
    public Reply forAnyOrigin() {
      return with("Access-Control-Allow-Origin", "*");
    }
  }

  /** One request, read to its end. */
  public record Asked(
      String method, String path, Map<String, String> query, Headers headers, byte[] body) {
    /** Returns method and path: {@code GET /v1/orders}. */
    public String call() {
      return method + " " + path;
    }

    public Optional<String> header(String name) {
      return Optional.ofNullable(headers.getFirst(name));
    }

    public boolean isFrom(String user, Secret password) {
      return header("Authorization")
          .equals(Optional.of(ProviderHttp.basicOf(user, password).reveal()));
    }

    public Optional<String> bearer() {
      return header("Authorization")
          .filter(value -> value.startsWith("Bearer "))
          .map(value -> value.substring("Bearer ".length()));
    }

    public JsonNode json() {
      return Json.read(body);
    }

    public Map<String, String> form() {
      return pairs(new String(body, StandardCharsets.UTF_8));
    }

    private static Map<String, String> pairs(@Nullable String form) {
      Map<String, String> pairs = new TreeMap<>();
      for (String pair : form == null ? new String[0] : form.split("&", -1)) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
          pairs.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
        }
      }
      return pairs;
    }

    private static String decoded(String text) {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
  }

  protected FaultyServer() {
    server = listen(0);
    port = server.getAddress().getPort();
  }

  private HttpServer listen(int at) {
    try {
      HttpServer started =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), at), 50);
      started.setExecutor(threads);
      started.createContext("/", this::handle);
      started.start();
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns where it listens. */
  public final URI baseUrl() {
    return URI.create("http://127.0.0.1:" + port);
  }

  // ---- what a vendor is

  /** Does what was asked. */
  protected abstract Reply answer(Asked request);

  /** Returns the vendor's own refusal with this status: 401, 403, 429 or 500. */
  protected abstract Reply refusal(int status);

  /** Tells the API, which can fail, from what browsers get, which does not. */
  protected boolean isApi(Asked request) {
    return true;
  }

  /** Tells the calls whose answers {@link #loseNextAnswer} loses: those that change something. */
  protected boolean canBeLost(Asked request) {
    return !request.method().equals("GET");
  }

  /** Whether the answer gets lost, after the API did what was asked. */
  protected boolean loses(Asked request) {
    boolean isLost = losesNextAnswer && canBeLost(request);
    losesNextAnswer &= !isLost;
    return isLost;
  }

  /** Returns what comes in place of a lost answer; if nothing does, the connection breaks. */
  protected Optional<Reply> lost() {
    return Optional.empty();
  }

  /** Does something that nobody waits for, such as telling webhooks. */
  protected final void later(Runnable work) {
    threads.execute(work);
  }

  /**
   * Posts JSON to a webhook, and returns the status it was answered with.
   *
   * @throws UncheckedIOException when nobody answers
   */
  protected static int post(URI webhook, byte[] json, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(webhook)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(json));
    headers.forEach(request::header);
    try {
      return HttpClient.newHttpClient()
          .send(request.build(), HttpResponse.BodyHandlers.discarding())
          .statusCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  // ---- what a test sees, and spoils

  /** Returns method and path of what the API was asked and did not fail at, the oldest first. */
  public final synchronized List<String> asked() {
    return List.copyOf(asked);
  }

  /** Returns how many requests failed as {@link #fail} wanted. */
  public final synchronized int failures() {
    return failures;
  }

  @Override
  public final void fail(FarSideFailure how) {
    failAt("", how);
  }

  /** Makes the calls fail whose path has this in it. */
  public final synchronized void failAt(String path, FarSideFailure how) {
    silence.countDown();
    silence = new CountDownLatch(1);
    failing = path;
    failure = how;
    if (how == FarSideFailure.DOWN && kept == null) {
      server.stop(0);
      kept = KeptPort.of(port);
    }
  }

  /** Returns whether waiting for an answer is in vain. */
  public final synchronized boolean isSlow() {
    return failure == FarSideFailure.SLOW;
  }

  /** Does the next thing it is asked to change, and lets the answer get lost. */
  public final synchronized void loseNextAnswer() {
    losesNextAnswer = true;
  }

  @Override
  public synchronized void recover() {
    if (kept != null) {
      letGo();
      server = listen(port);
    }
    failure = null;
    losesNextAnswer = false;
    silence.countDown();
  }

  @Override
  public void close() {
    synchronized (this) {
      silence.countDown();
      server.stop(0);
      letGo();
    }
    threads.shutdownNow();
  }

  private void letGo() {
    if (kept != null) {
      kept.close();
      kept = null;
    }
  }

  // ---- HTTP

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Asked request =
          new Asked(
              exchange.getRequestMethod(),
              exchange.getRequestURI().getPath(),
              Asked.pairs(exchange.getRequestURI().getRawQuery()),
              exchange.getRequestHeaders(),
              exchange.getRequestBody().readAllBytes());
      Optional<Reply> reply = isApi(request) ? ofApi(request) : Optional.of(guarded(request));
      // Closing the exchange without an answer breaks the connection.
      if (reply.isPresent()) {
        send(exchange, reply.get());
      }
    }
  }

  private synchronized Reply guarded(Asked request) {
    return answer(request);
  }

  private Optional<Reply> ofApi(Asked request) {
    FarSideFailure how;
    CountDownLatch recovery;
    synchronized (this) {
      how = failure;
      recovery = silence;
      if (how == null || !request.path().contains(failing)) {
        asked.add(request.call());
        Reply reply = answer(request);
        boolean fellSilent = how == null && isSlow();
        if (!fellSilent) {
          return loses(request) ? lost() : Optional.of(reply);
        }
        how = FarSideFailure.SLOW;
        recovery = silence;
      } else {
        failures++;
      }
    }
    return switch (how) {
      case UNAUTHORISED -> Optional.of(refusal(401));
      case FORBIDDEN -> Optional.of(refusal(403));
      case THROTTLED -> Optional.of(refusal(429).with("Retry-After", "7"));
      case SERVER_ERROR -> Optional.of(refusal(500));
      case EMPTY_503 -> Optional.of(Reply.empty(503));
      case HTML_PAGE -> Optional.of(Reply.text(200, "text/html", "<html>Sign in</html>"));
      case TRUNCATED ->
          Optional.of(Reply.text(200, "application/json", "{\"data\": {\"id\": \"a1\", \"obj"));
      case SLOW -> {
        await(recovery);
        yield Optional.empty();
      }
      case DOWN, RESET -> Optional.empty();
    };
  }

  private static void await(CountDownLatch recovery) {
    try {
      recovery.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void send(HttpExchange exchange, Reply reply) throws IOException {
    // No connection outlives its answer: a kept one could break at the next request.
    exchange.getResponseHeaders().set("Connection", "close");
    reply.headers().forEach(exchange.getResponseHeaders()::set);
    byte[] body = reply.body();
    exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }
}
