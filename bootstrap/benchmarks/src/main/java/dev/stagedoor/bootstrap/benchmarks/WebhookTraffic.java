package dev.stagedoor.bootstrap.benchmarks;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Deliveries of seven shapes in turn. Of a hundred, twenty were sent before (some of them a moment
 * ago, so that both are under way) and five are forged.
 *
 * <p>What encoders do is told of streams that are there: of each in turn that it connected and that
 * it went, each time a second later than before, so that each delivery moves a stream once.
 */
final class WebhookTraffic implements Traffic {
  static final double FORGED = 0.05;
  static final double DUPLICATES = 0.20;

  /** So many that two deliveries of one stream are never under way together. */
  static final int STREAMS = 2000;

  /** Numbers of forged deliveries begin here, so that one that got in is seen. */
  static final long FIRST_FORGED = 100_000_000_000L;

  private static final int REMEMBERED = 4096;
  private static final int JUST_NOW = 32;
  private static final Instant FIRST = Instant.parse("2001-01-01T00:00:00Z");

  private static final List<WebhookShape> SHAPES =
      List.of(
          WebhookShape.paymentSucceeded(),
          WebhookShape.muxEncoder(),
          WebhookShape.commentWritten(),
          WebhookShape.cloudflareEncoder(),
          WebhookShape.paymentCaptured(),
          WebhookShape.invoicePaid(),
          WebhookShape.eventUpdated());

  private final SplittableRandom random = new SplittableRandom(1);
  private final List<Request> recent = new ArrayList<>();
  private final BitSet acknowledged = new BitSet();
  private final BitSet unsure = new BitSet();
  private final Map<String, Long> wrongAnswers = new TreeMap<>();
  private int fresh;
  private long forged = FIRST_FORGED;

  @Override
  public Request next() {
    double kind = random.nextDouble();
    if (kind < FORGED) {
      return new Request(forged, Kind.FORGED, request(forged++, false));
    }
    if (kind < FORGED + DUPLICATES && recent.size() == REMEMBERED) {
      int ago = 1 + random.nextInt(random.nextBoolean() ? JUST_NOW : REMEMBERED);
      Request before = recent.get(Math.floorMod(fresh - ago, REMEMBERED));
      return new Request(before.number(), Kind.DUPLICATE, before.bytes());
    }
    Request made = new Request(fresh, Kind.NEW, request(fresh, true));
    if (recent.size() < REMEMBERED) {
      recent.add(made);
    } else {
      recent.set(fresh % REMEMBERED, made);
    }
    fresh++;
    return made;
  }

  @Override
  public void answered(Request request, int status) {
    if (status != (request.kind() == Kind.FORGED ? 400 : 200)) {
      wrongAnswers.merge(request.kind() + " was answered " + status, 1L, Long::sum);
    }
    if (request.kind() != Kind.FORGED) {
      (status == 200 ? acknowledged : unsure).set((int) request.number());
    }
  }

  /** Returns the numbers of the deliveries that were acknowledged. */
  BitSet acknowledged() {
    return acknowledged;
  }

  /** Returns the numbers of those that nobody knows of whether they were taken. */
  BitSet unsure() {
    BitSet only = (BitSet) unsure.clone();
    only.andNot(acknowledged);
    return only;
  }

  /** Returns what was not answered as it should be, and how often. */
  Map<String, Long> wrongAnswers() {
    return wrongAnswers;
  }

  private static ByteBuffer request(long number, boolean genuine) {
    long turn = number / SHAPES.size();
    boolean connects = turn / STREAMS % 2 == 0;
    WebhookShape shape = SHAPES.get((int) (number % SHAPES.size()));
    return shape.request(
        genuine,
        String.format("%012d", number),
        input((int) (turn % STREAMS)),
        FIRST.plusSeconds(turn).toString(),
        connects ? "connected" : "disconnected",
        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
  }

  /** Tells what stream a delivery is about: one of Mux's, one of Cloudflare's, or none. */
  static Optional<StreamKey> stream(long number) {
    int stream = (int) (number / SHAPES.size() % STREAMS);
    return switch ((int) (number % SHAPES.size())) {
      case 1 -> Optional.of(new StreamKey("mux", stream));
      case 3 -> Optional.of(new StreamKey("cloudflare", stream));
      default -> Optional.empty();
    };
  }

  /** One stream of one provider. */
  record StreamKey(String provider, int number) {
    UUID subject() {
      return new UUID(provider.length(), number);
    }
  }

  /** Returns the id that a provider gave the input of a stream. */
  static String input(int stream) {
    return String.format("%032x", stream);
  }
}
