package dev.stagedoor.bootstrap.benchmarks;

import dev.stagedoor.application.PersistencePorts;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.kernel.Subject;
import dev.stagedoor.domain.video.IngestCredentials;
import dev.stagedoor.domain.video.LiveInput;
import dev.stagedoor.domain.video.LiveStream;
import dev.stagedoor.domain.video.LiveStreamId;
import dev.stagedoor.persistence.Persistence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Webhooks of five vendors, each taken exactly once. */
final class WebhooksWorkload implements Workload {
  private static final String SUBJECT = "benchmark";

  /** Nobody listens there: nothing of a run leaves this machine. */
  private static final String NOWHERE = "http://127.0.0.1:9";

  private final WebhookTraffic traffic = new WebhookTraffic();

  @Override
  public String description() {
    return "webhooks of 7 shapes, 20 % repeated, 5 % forged";
  }

  @Override
  public List<Integer> connections() {
    return List.of();
  }

  @Override
  public List<String> settings() {
    List<String> settings = new ArrayList<>();
    block(
        settings,
        "stripe",
        "api-key=sk_test_of_the_benchmarks",
        "publishable-key=pk_test_of_the_benchmarks");
    block(settings, "stripe", "webhook-secret=" + WebhookShape.STRIPE_SECRET);
    block(settings, "stripe", "base-url=" + NOWHERE, "connect-url=" + NOWHERE);
    block(settings, "razorpay", "key-id=rzp_test_1234567890abcd", "key-secret=secret");
    block(settings, "razorpay", "webhook-secret=" + WebhookShape.RAZORPAY_SECRET);
    block(settings, "razorpay", "base-url=" + NOWHERE);
    block(settings, "mux", "token-id=token", "token-secret=secret", "base-url=" + NOWHERE);
    block(settings, "mux", "webhook-secret=" + WebhookShape.MUX_SECRET);
    block(settings, "cloudflare", "account-id=023e105f4ecef8ad9ca31a8372d0c353");
    block(settings, "cloudflare", "api-token=token", "base-url=" + NOWHERE);
    block(settings, "cloudflare", "notification-secret=" + WebhookShape.CLOUDFLARE_SECRET);
    block(settings, "facebook", "app-secret=" + WebhookShape.FACEBOOK_SECRET);
    block(settings, "facebook", "verify-token=token", "graph-url=https://127.0.0.1:9");
    block(settings, "hi-events", "page-url=" + NOWHERE);
    block(settings, "hi-events", "webhook-secret=" + WebhookShape.HI_EVENTS_SECRET);
    return settings;
  }

  private static void block(List<String> settings, String name, String... values) {
    String block = "--stagedoor.providers." + name + ".";
    settings.remove(block + "enabled=true");
    settings.add(block + "enabled=true");
    for (String value : values) {
      settings.add(block + value);
    }
  }

  @Override
  public void prepare(Database database, Server server) {
    try (Persistence persistence = database.persistence()) {
      PersistencePorts ports = persistence.ports();
      for (String provider : List.of("mux", "cloudflare", "pgbench")) {
        ports
            .unitOfWork()
            .run(
                () -> {
                  for (int i = 0; i < WebhookTraffic.STREAMS; i++) {
                    ports.liveStreams().save(stream(new WebhookTraffic.StreamKey(provider, i)));
                  }
                });
      }
    }
  }

  private static LiveStream stream(WebhookTraffic.StreamKey key) {
    ProviderId provider = new ProviderId(key.provider());
    Instant now = Instant.now();
    LiveStream stream =
        LiveStream.plan(
            new LiveStreamId(UUID.randomUUID()),
            new Subject(SUBJECT, key.subject()),
            provider,
            new UserId(new UUID(0, 1)),
            new LiveStream.Details("Stream " + key.number(), "", Optional.empty(), true, true),
            now);
    stream.attach(
        new LiveInput(
            new ProviderRef(provider, WebhookTraffic.input(key.number())),
            new IngestCredentials(
                Optional.of(
                    new IngestCredentials.Rtmp("rtmps://127.0.0.1/live", Secret.of("stream-key"))),
                Optional.empty(),
                Optional.empty()),
            "https://127.0.0.1/playlist.m3u8"),
        now);
    return stream;
  }

  @Override
  public Traffic traffic() {
    return traffic;
  }

  @Override
  public List<Pgbench.Script> scripts() {
    // Of 95 genuine deliveries 20 are repeated. The other 75 are of seven shapes: two tell of
    // streams,
    // one of a charge, one of a charge and its payment, three of what nobody handles.
    return List.of(
        new Pgbench.Script("webhook-repeated-told.sql", 100),
        new Pgbench.Script("webhook-repeated-asked.sql", 40),
        new Pgbench.Script("webhook-of-a-stream.sql", 150),
        new Pgbench.Script("webhook-of-a-charge.sql", 75),
        new Pgbench.Script("webhook-of-a-payment.sql", 75),
        new Pgbench.Script("webhook.sql", 225));
  }

  @Override
  public Map<String, String> variables() {
    return Map.of(
        "streams",
        Integer.toString(WebhookTraffic.STREAMS),
        "headers",
        Pgbench.HEADERS,
        "body",
        "7b".repeat(900));
  }

  @Override
  public double counted() {
    return 1 - WebhookTraffic.FORGED;
  }

  @Override
  public List<String> check(Database database) {
    List<String> wrong = new ArrayList<>();
    traffic.wrongAnswers().forEach((what, count) -> wrong.add(what + ", " + count + " times"));
    Map<WebhookTraffic.StreamKey, Integer> moves = new HashMap<>();
    checkInbox(database, wrong, moves);
    checkEffects(database, wrong, moves);
    return wrong;
  }

  private void checkInbox(
      Database database, List<String> wrong, Map<WebhookTraffic.StreamKey, Integer> moves) {
    BitSet stored = new BitSet();
    String found =
        "select substring(convert_from(body, 'UTF8') from '"
            + WebhookShape.MARK
            + "([0-9]{12})')::bigint, status from received_webhooks where provider <> 'pgbench'";
    for (List<String> row : database.rows(found)) {
      long number = Long.parseLong(row.get(0));
      if (number >= WebhookTraffic.FIRST_FORGED) {
        wrong.add("a forged delivery was taken: " + number);
        continue;
      }
      if (stored.get((int) number)) {
        wrong.add("a delivery is there twice: " + number);
      }
      stored.set((int) number);
      if (!row.get(1).equals("applied")) {
        wrong.add("a delivery is " + row.get(1) + ": " + number);
      }
      WebhookTraffic.stream(number).ifPresent(stream -> moves.merge(stream, 1, Integer::sum));
    }
    BitSet lost = (BitSet) traffic.acknowledged().clone();
    lost.andNot(stored);
    lost.stream().forEach(number -> wrong.add("an acknowledged delivery is lost: " + number));
    BitSet unexpected = (BitSet) stored.clone();
    unexpected.andNot(traffic.acknowledged());
    unexpected.andNot(traffic.unsure());
    unexpected.stream().forEach(number -> wrong.add("a refused delivery is there: " + number));
  }

  /** Each delivery about a stream moved it once, and readers were told once. */
  private static void checkEffects(
      Database database, List<String> wrong, Map<WebhookTraffic.StreamKey, Integer> moves) {
    Map<UUID, Integer> expected = new HashMap<>();
    moves.forEach((stream, count) -> expected.put(stream.subject(), count));
    String told =
        "select channel_id, count(*) from live_events where channel_kind = '"
            + SUBJECT
            + "' and data ? 'streamId' group by 1";
    for (List<String> row : database.rows(told)) {
      Integer count = expected.remove(UUID.fromString(row.get(0)));
      if (count == null || count != Integer.parseInt(row.get(1))) {
        wrong.add("stream " + row.get(0) + " moved " + row.get(1) + " times, not " + count);
      }
    }
    expected.forEach((subject, count) -> wrong.add("stream " + subject + " never moved"));
  }
}
