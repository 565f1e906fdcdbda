package dev.stagedoor.providers.sandbox.library;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches files one after the other on a thread of its own, as a provider does: not while it is
 * asked to. What it does not get to is fetched after the next start.
 */
final class ClipFetching implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ClipFetching.class);
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(30);
  private static final Duration LONGEST = Duration.ofHours(1);

  private final Consumer<String> fetch;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private @Nullable ExecutorService thread;

  /** Does something with a file that is being fetched. */
  interface Reader<T> {
    T read(InputStream file) throws IOException;
  }

  /**
   * @param fetch fetches for the clip of this uid
   */
  ClipFetching(Consumer<String> fetch) {
    this.fetch = fetch;
  }

  /** Fetches for a clip as soon as there is time. */
  synchronized void later(String uid) {
    if (thread == null) {
      thread = daemon();
    }
    thread.execute(() -> now(uid));
  }

  private void now(String uid) {
    try {
      fetch.accept(uid);
    } catch (RuntimeException e) {
      // The edge of the thread: what could not be fetched now is fetched after the next start.
      LOG.warn("Sandbox: clip {} could not be fetched for", uid, e);
    }
  }

  private static ExecutorService daemon() {
    ThreadPoolExecutor one =
        new ThreadPoolExecutor(
            1,
            1,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, "sandbox-library");
              thread.setDaemon(true);
              return thread;
            });
    one.allowCoreThreadTimeOut(true);
    return one;
  }

  /**
   * Reads what stands at an address.
   *
   * @throws IOException when nothing can be read there, or not all of it
   * @throws InterruptedException when the sandbox is closed
   */
  <T> T read(URI source, Reader<T> reader) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(source)
            .timeout(ANSWER)
            .header("user-agent", "Stagedoor-Sandbox")
            .GET()
            .build();
    HttpResponse<InputStream> answer =
        http.send(request, HttpResponse.BodyHandlers.ofInputStream());
    CompletableFuture<Boolean> end = new CompletableFuture<>();
    try (InputStream body = answer.body()) {
      if (answer.statusCode() != 200) {
        throw new IOException("answered " + answer.statusCode());
      }
      var unused =
          end.orTimeout(LONGEST.toSeconds(), TimeUnit.SECONDS)
              .whenComplete((done, late) -> stop(body, late));
      return reader.read(body);
    } catch (IOException e) {
      if (Thread.currentThread().isInterrupted() || e.getCause() instanceof InterruptedException) {
        throw new InterruptedException("the sandbox is closed");
      }
      throw e;
    } finally {
      end.complete(true);
    }
  }

  private static void stop(InputStream body, @Nullable Throwable late) {
    if (late != null) {
      try {
        body.close();
      } catch (IOException e) {
        LOG.debug("Sandbox: a file that comes too slowly", e);
      }
    }
  }

  /** Waits until everything was fetched that waits now. */
  void awaitIdle(Duration most) throws InterruptedException, ExecutionException, TimeoutException {
    ExecutorService running;
    synchronized (this) {
      running = thread;
    }
    if (running != null) {
      running.submit(() -> true).get(most.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public synchronized void close() {
    if (thread != null) {
      thread.shutdownNow();
      thread = null;
    }
  }
}
