package dev.stagedoor.providers.sandbox.webhooks;

import dev.stagedoor.domain.kernel.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts what the far side has to tell. New deliveries go out at once; a look into the queue every
 * second finds what other instances left, and what this one left before it was killed.
 */
@SuppressWarnings("FutureReturnValueIgnored") // what is scheduled here catches what it throws
public final class WebhookPoster implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WebhookPoster.class);
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(15);
  private static final Duration LEASE = Duration.ofSeconds(20);
  private static final int THREADS = 4;

  private final Deliveries deliveries;
  private final StandardWebhooks signer;
  private final Clock clock;
  private final HttpClient http;
  private final Set<String> planned = ConcurrentHashMap.newKeySet();
  private @Nullable ScheduledThreadPoolExecutor threads;
  private volatile @Nullable URI target;

  public WebhookPoster(Deliveries deliveries, Secret secret, Clock clock) {
    this.deliveries = deliveries;
    this.signer = new StandardWebhooks(secret);
    this.clock = clock;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /** Begins to post to the server at this address, what is waiting first. Does nothing twice. */
  public synchronized void start(URI server) {
    if (threads != null) {
      return;
    }
    aim(server);
    ScheduledThreadPoolExecutor started =
        new ScheduledThreadPoolExecutor(
            THREADS,
            task -> {
              Thread thread = new Thread(task, "sandbox-webhooks");
              thread.setDaemon(true);
              return thread;
            });
    started.setRemoveOnCancelPolicy(true);
    threads = started;
    deliveries.listen(delivery -> plan(delivery.id(), delivery.nextAttemptAt()));
    started.scheduleWithFixedDelay(this::look, 0, 1, TimeUnit.SECONDS);
  }

  /** Says where to post, without beginning to. */
  void aim(URI server) {
    target = server;
  }

  /** Stops posting; what is left waits for the next start. */
  @Override
  public synchronized void close() {
    deliveries.listen(delivery -> {});
    if (threads != null) {
      threads.shutdownNow();
      threads = null;
      target = null;
      planned.clear();
    }
  }

  private void look() {
    try {
      for (String id : deliveries.waiting()) {
        if (!planned.contains(id)) {
          deliveries.find(id).ifPresent(delivery -> plan(id, delivery.nextAttemptAt()));
        }
      }
    } catch (RuntimeException e) {
      // The edge of the scheduler: without this one failed look would be the last.
      LOG.warn("Sandbox: the queue of webhooks could not be read: {}", e.toString());
    }
  }

  private synchronized void plan(String id, @Nullable Instant at) {
    if (threads == null || !planned.add(id)) {
      return;
    }
    Instant now = clock.instant();
    long pause = at == null ? 0 : Math.max(0, Duration.between(now, at).toMillis());
    threads.schedule(() -> run(id), pause, TimeUnit.MILLISECONDS);
  }

  private void run(String id) {
    planned.remove(id);
    try {
      deliver(id);
    } catch (RuntimeException e) {
      LOG.warn("Sandbox: webhook {} could not be sent: {}", id, e.toString());
    }
  }

  /**
   * Makes a due delivery now, and waits for its answer. Empty when it is not due or nothing is
   * posted at all.
   */
  public Optional<Delivery> deliver(String id) {
    URI server = target;
    if (server == null) {
      return Optional.empty();
    }
    Optional<Delivery> claimed = deliveries.claim(id, LEASE);
    if (claimed.isEmpty()) {
      return claimed;
    }
    Optional<Delivery> settled = deliveries.settle(id, post(server, claimed.get()));
    settled
        .filter(Delivery::isPending)
        .ifPresent(delivery -> plan(delivery.id(), delivery.nextAttemptAt()));
    return settled;
  }

  /** Makes a delivery once more, unchanged; empty when there is none. */
  public Optional<Delivery> repeat(String id) {
    Optional<Delivery> wanted = deliveries.again(id);
    return wanted.isEmpty() ? wanted : deliver(id).or(() -> deliveries.find(id));
  }

  private Deliveries.Attempt post(URI server, Delivery delivery) {
    byte[] body = delivery.body().getBytes(StandardCharsets.UTF_8);
    String timestamp = Long.toString(clock.instant().getEpochSecond());
    HttpRequest request =
        HttpRequest.newBuilder(server.resolve(delivery.path()))
            .timeout(ANSWER_TIMEOUT)
            .header("content-type", "application/json")
            .header("user-agent", "Stagedoor-Sandbox")
            .header(StandardWebhooks.ID, delivery.id())
            .header(StandardWebhooks.TIMESTAMP, timestamp)
            .header(StandardWebhooks.SIGNATURE, signer.sign(delivery.id(), timestamp, body))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    try {
      int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      return (noted, now) -> noted.answered(status, now);
    } catch (IOException e) {
      String why = e.getClass().getSimpleName();
      return (noted, now) -> noted.unanswered(why, now);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return (noted, now) -> noted.unanswered("the sandbox was stopped", now);
    }
  }
}
