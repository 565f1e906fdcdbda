package dev.stagedoor.providers.mux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.stagedoor.domain.kernel.IdempotencyKey;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderException.Kind;
import dev.stagedoor.domain.library.NewVideo;
import dev.stagedoor.domain.library.VideoId;
import dev.stagedoor.domain.video.LiveStreamId;
import dev.stagedoor.domain.video.NewLiveInput;
import dev.stagedoor.providers.support.Json;
import dev.stagedoor.providers.support.ProviderRuntime;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How far lists are read: of one that has no end, and of one that is longer than need be. */
class MuxListsTest {
  private static final Instant MADE = Instant.parse("2025-06-01T12:00:00Z");
  private static final URI SOURCE = URI.create("https://files.example.org/film.mp4");

  private final AtomicInteger lists = new AtomicInteger();
  private HttpServer server;
  private Mux mux;

  /** Answers every question for a list with the same full page. */
  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    server.createContext("/", this::answer);
    server.start();
    URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    MuxConfig config =
        MuxConfig.of(MuxStub.TOKEN_ID, MuxStub.TOKEN_SECRET, MuxStub.WEBHOOK_SECRET)
            .at(url, url, url, null);
    mux = Mux.open(config, ProviderRuntime.plain());
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    ObjectNode body = Json.object();
    if (exchange.getRequestMethod().equals("GET")) {
      lists.incrementAndGet();
      ArrayNode data = body.putArray("data");
      for (int i = 0; i < 100; i++) {
        describe(data.addObject(), "theirs" + i);
      }
      body.put("next_cursor", "the same again");
    } else {
      describe(body.putObject("data"), "ours");
    }
    byte[] bytes = Json.write(body);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    // Or each answer waits for an acknowledgement of its head.
    exchange.getResponseHeaders().set("Connection", "close");
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static void describe(ObjectNode thing, String id) {
    thing.put("id", id).put("created_at", Long.toString(MADE.getEpochSecond()));
    thing.put("stream_key", "key").put("passthrough", "theirs");
    thing.putArray("playback_ids").addObject().put("id", "P").put("policy", "public");
  }

  private static NewLiveInput inputOf(UUID id) {
    return new NewLiveInput(new LiveStreamId(id), "Service", new IdempotencyKey("input-" + id));
  }

  private static NewVideo videoOf(UUID id) {
    return new NewVideo(new VideoId(id), "Lesson", false, new IdempotencyKey("video-" + id));
  }

  private static UUID madeAt(Instant at) {
    return new UUID(at.toEpochMilli() << 16 | 0x7000L, UUID.randomUUID().getLeastSignificantBits());
  }

  private static void assertUnreadable(Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            ProviderException.class,
            problem -> assertThat(problem.kind()).isEqualTo(Kind.UNREADABLE));
  }

  @Test
  void aListWithoutEndIsNotReadForEver() {
    UUID random = UUID.randomUUID();

    assertUnreadable(() -> mux.videoProvider().ingest().create(inputOf(random)));
    assertUnreadable(() -> mux.libraryProvider().library().ingest(videoOf(random), SOURCE));
  }

  @Test
  void whatIsOlderThanTheWishIsNotReadThrough() {
    UUID later = madeAt(MADE.plus(Duration.ofDays(2)));

    assertThat(mux.videoProvider().ingest().create(inputOf(later)).ref().value()).isEqualTo("ours");
    assertThat(mux.libraryProvider().library().ingest(videoOf(later), SOURCE).value())
        .isEqualTo("ours");
    assertThat(lists).hasValue(2);
  }

  @Test
  void whatMayBeOfTheWishIsReadThrough() {
    UUID before = madeAt(MADE.minusSeconds(60));
    UUID withOtherClocks = madeAt(MADE.plus(Duration.ofHours(20)));

    assertUnreadable(() -> mux.videoProvider().ingest().create(inputOf(before)));
    assertUnreadable(() -> mux.videoProvider().ingest().create(inputOf(withOtherClocks)));
  }
}
