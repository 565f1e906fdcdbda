package dev.stagedoor.bootstrap.benchmarks;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.LongFunction;

/**
 * Comments that claim one piece of an item each, every one of another viewer; the items take turns.
 * Of a hundred, ten came before, some of them a moment ago.
 */
final class CommentTraffic implements Traffic {
  static final double DUPLICATES = 0.10;

  private static final int REMEMBERED = 4096;
  private static final int JUST_NOW = 32;

  private final SplittableRandom random = new SplittableRandom(1);
  private final List<Request> recent = new ArrayList<>();
  private final BitSet acknowledged = new BitSet();
  private final Map<String, Long> wrongAnswers = new TreeMap<>();
  private final LongFunction<ByteBuffer> requests;
  private final int status;
  private int fresh;

  private CommentTraffic(LongFunction<ByteBuffer> requests, int status) {
    this.requests = requests;
    this.status = status;
  }

  /** Comments that an operator enters. */
  static CommentTraffic entered(String show, String token, int items) {
    String head =
        "POST /api/shows/%s/comments HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: benchmark\r\n"
                .formatted(show)
            + "Content-Type: application/json\r\nAuthorization: Bearer %s\r\n".formatted(token);
    return new CommentTraffic(
        number -> {
          String body =
              "{\"platformUserId\":\"%s\",\"handle\":\"Viewer %d\",\"text\":\"sold %d\",\"commentId\":\"%s\"}"
                  .formatted(buyer(number), number, item(number, items), comment(number));
          return request(head, body.getBytes(UTF_8));
        },
        201);
  }

  /** Comments that Facebook tells of. */
  static CommentTraffic told(String post, int items) {
    Template feed =
        new Template(
            WebhookShape.resource("facebook/comment-add.json")
                .replace("sold 12", "sold @A@")
                .replace("7000000000001", "@B@")
                .replace("1000200030004_4711", post)
                .replace("4711_88001", "@C@")
                .replace("\"created_time\":1748772001", "\"created_time\":@D@"));
    Signer signer = new Signer(WebhookShape.FACEBOOK_SECRET);
    return new CommentTraffic(
        number -> {
          byte[] body =
              feed.fill(
                  Integer.toString(item(number, items)),
                  buyer(number),
                  comment(number),
                  Long.toString(Instant.now().getEpochSecond()));
          return request(
              "POST /api/webhooks/facebook HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                  + "Content-Type: application/json\r\nX-Hub-Signature-256: sha256="
                  + signer.hex(body)
                  + "\r\n",
              body);
        },
        200);
  }

  private static int item(long number, int items) {
    return (int) (number % items) + 1;
  }

  private static String buyer(long number) {
    return String.format("7%012d", number);
  }

  /** Returns the platform's id of a comment. */
  static String comment(long number) {
    return String.format("4711_%012d", number);
  }

  private static ByteBuffer request(String head, byte[] body) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream(head.length() + body.length + 32);
    whole.writeBytes(head.getBytes(US_ASCII));
    whole.writeBytes(("Content-Length: " + body.length + "\r\n\r\n").getBytes(US_ASCII));
    whole.writeBytes(body);
    return ByteBuffer.wrap(whole.toByteArray());
  }

  @Override
  public Request next() {
    if (random.nextDouble() < DUPLICATES && recent.size() == REMEMBERED) {
      int ago = 1 + random.nextInt(random.nextBoolean() ? JUST_NOW : REMEMBERED);
      Request before = recent.get(Math.floorMod(fresh - ago, REMEMBERED));
      return new Request(before.number(), Kind.DUPLICATE, before.bytes());
    }
    Request made = new Request(fresh, Kind.NEW, requests.apply(fresh));
    if (recent.size() < REMEMBERED) {
      recent.add(made);
    } else {
      recent.set(fresh % REMEMBERED, made);
    }
    fresh++;
    return made;
  }

  @Override
  public void answered(Request request, int answered) {
    if (answered == status) {
      acknowledged.set((int) request.number());
    } else {
      wrongAnswers.merge(request.kind() + " was answered " + answered, 1L, Long::sum);
    }
  }

  /** Returns the numbers of the comments that were acknowledged. */
  BitSet acknowledged() {
    return acknowledged;
  }

  /** Returns what was not answered as it should be, and how often. */
  Map<String, Long> wrongAnswers() {
    return wrongAnswers;
  }
}
