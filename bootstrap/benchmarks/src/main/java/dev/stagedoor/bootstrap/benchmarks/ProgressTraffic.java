package dev.stagedoor.bootstrap.benchmarks;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * What the devices of many people tell of how far they are, each with one of some items. Three of
 * ten tell late, of what was up to an hour ago.
 */
final class ProgressTraffic implements Traffic {
  static final int PEOPLE = 10_000;
  static final int ITEMS = 20;
  static final int DURATION = 3_600;

  private static final int DEVICES = 3;
  private static final double LATE = 0.3;
  private static final int LATEST_SECONDS = 3_600;

  private final SplittableRandom random = new SplittableRandom(1);
  private final List<byte[]> heads = new ArrayList<>();
  private final Template body =
      new Template(
          "{\"item_id\":\"@A@\",\"item_type\":\"movie\",\"progress_seconds\":@B@,\"duration_seconds\":"
              + DURATION
              + ",\"client_time\":\"@C@\",\"device_id\":\"@D@\"}");
  private final Map<Watched, Told> newest = new HashMap<>();
  private final Map<String, Long> wrongAnswers = new TreeMap<>();

  ProgressTraffic(Crowd crowd) {
    for (int person = 0; person < PEOPLE; person++) {
      heads.add(
          ("PUT /api/v1/progress HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: benchmark\r\n"
                  + "Content-Type: application/json\r\nAuthorization: Bearer "
                  + crowd.token(person)
                  + "\r\nContent-Length: ")
              .getBytes(US_ASCII));
    }
  }

  /** What somebody watched. */
  record Watched(int person, String item) {}

  /**
   * What a device told of it.
   *
   * @param isCompleted whether this or anything else that was told says so
   */
  record Told(long atMillis, String device, int seconds, boolean isCompleted) {
    static final Comparator<Told> ORDER =
        Comparator.comparingLong(Told::atMillis)
            .thenComparing(Told::device)
            .thenComparingInt(Told::seconds);

    Told and(Told other) {
      Told later = ORDER.compare(this, other) >= 0 ? this : other;
      return new Told(
          later.atMillis, later.device, later.seconds, isCompleted || other.isCompleted);
    }
  }

  @Override
  public Request next() {
    Watched watched =
        new Watched(random.nextInt(PEOPLE), String.format("item-%02d", random.nextInt(ITEMS)));
    Instant at = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    if (random.nextDouble() < LATE) {
      at = at.minusSeconds(random.nextInt(LATEST_SECONDS));
    }
    int seconds = random.nextInt(DURATION);
    Told told =
        new Told(
            at.toEpochMilli(),
            "device-" + random.nextInt(DEVICES),
            seconds,
            seconds * 10 >= DURATION * 9);
    newest.merge(watched, told, Told::and);
    byte[] sent =
        body.fill(watched.item(), Integer.toString(seconds), at.toString(), told.device());
    return new Request(watched.person(), Kind.NEW, request(heads.get(watched.person()), sent));
  }

  private static ByteBuffer request(byte[] head, byte[] body) {
    byte[] length = (body.length + "\r\n\r\n").getBytes(US_ASCII);
    return ByteBuffer.allocate(head.length + length.length + body.length)
        .put(head)
        .put(length)
        .put(body)
        .flip();
  }

  @Override
  public void answered(Request request, int status) {
    if (status != 200) {
      wrongAnswers.merge("answered " + status, 1L, Long::sum);
    }
  }

  /** Returns how far everybody must be now. */
  Map<Watched, Told> newest() {
    return newest;
  }

  /** Returns what was not answered as it should be, and how often. */
  Map<String, Long> wrongAnswers() {
    return wrongAnswers;
  }
}
