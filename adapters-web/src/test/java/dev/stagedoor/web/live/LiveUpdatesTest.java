package dev.stagedoor.web.live;

import static ch.qos.logback.classic.Level.WARN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.stagedoor.application.events.EventService;
import dev.stagedoor.application.fake.InMemoryStagedoor.Family;
import dev.stagedoor.application.memorials.MemorialService;
import dev.stagedoor.application.port.LiveUpdate;
import dev.stagedoor.domain.kernel.Subject;
import dev.stagedoor.web.WebServer;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

@Timeout(30)
class LiveUpdatesTest {
  private WebServer server;
  private Family family;
  private Subject channel;
  private String path;

  @BeforeEach
  void start() {
    server = WebServer.start("stagedoor.live.heartbeat=1h", "stagedoor.live.queue=8");
    family = server.house().aFamily();
    channel = new Subject("memorial", family.memorial().value());
    path = "/api/memorials/" + family.memorial().value() + "/updates";
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aReaderGetsWhatIsPublishedAndNothingOfOthers() {
    try (SseReader reader = read()) {
      publish("started", Map.of("streamId", "s1", "viewerCount", 3));
      publish(new Subject("memorial", UUID.randomUUID()), "of somebody else");
      publish("stopped", Map.of());
      relay();

      assertThat(reader.event())
          .isEqualTo(
              Map.of(
                  "type",
                  "started",
                  "streamId",
                  "s1",
                  "viewerCount",
                  3,
                  "timestamp",
                  server.house().clock().instant().toString()));
      assertThat(reader.types(1)).containsExactly("stopped");
    }
  }

  @Test
  void theAnswerIsAnEventStreamThatNobodyKeeps() {
    try (SseReader reader = read()) {
      var headers = reader.response().headers();
      assertThat(headers.firstValue("Content-Type").orElseThrow()).startsWith("text/event-stream");
      assertThat(headers.firstValue("Cache-Control")).hasValue("no-store");
      assertThat(headers.firstValue("X-RateLimit-Limit")).isEmpty();
      assertThat(headers.firstValue("X-Request-Id")).isPresent();
    }
  }

  @Test
  void aReaderThatTakesCompressedAnswersIsNotMadeToWait() {
    try (SseReader reader =
        SseReader.open(server, server.get(path).header("Accept-Encoding", "gzip"))) {
      publish("started", Map.of());
      relay();

      assertThat(reader.types(1)).containsExactly("started");
    }
  }

  @Test
  void aReaderThatComesBackGetsWhatItMissedThenWhatIsNew() {
    String seen;
    try (SseReader reader = read()) {
      publish("seen", Map.of());
      relay();
      assertThat(reader.types(1)).containsExactly("seen");
      seen = reader.lastEventId();
    }
    publish("missed", Map.of());
    publish("missed too", Map.of());
    relay();

    try (SseReader reader = resume(seen)) {
      assertThat(reader.types(2)).containsExactly("missed", "missed too");
      publish("new", Map.of());
      relay();
      assertThat(reader.types(1)).containsExactly("new");
    }
  }

  @Test
  void whatTheHubHasYetToPublishIsNotToldTwice() {
    publish("seen", Map.of());
    relay();
    publish("seen elsewhere", Map.of());
    publish("missed", Map.of());

    try (SseReader reader = resume("2")) {
      assertThat(reader.types(1)).containsExactly("missed");
      publish("new", Map.of());
      relay();
      assertThat(reader.types(1)).containsExactly("new");
    }
  }

  @Test
  void aReaderThatHasSeenNothingYetCanComeBackToo() {
    publish("before", Map.of());
    relay();
    String place;
    try (SseReader reader = read()) {
      place = reader.lastEventId();
    }
    publish("missed", Map.of());
    relay();

    try (SseReader reader = resume(place)) {
      assertThat(reader.types(1)).containsExactly("missed");
    }
  }

  @Test
  void theIdMayStandInTheQuery() {
    publish("seen", Map.of());
    publish("missed", Map.of());
    relay();

    try (SseReader reader = SseReader.open(server, server.get(path + "?lastEventId=1"))) {
      assertThat(reader.types(1)).containsExactly("missed");
    }
  }

  @Test
  void aReaderWhosePlaceNobodyKnowsIsToldToReadEverythingAnew() {
    try (SseReader reader = resume("nonsense")) {
      assertThat(reader.types(1)).containsExactly("resync");
      publish("new", Map.of());
      relay();
      assertThat(reader.types(1)).containsExactly("new");
    }
  }

  @Test
  void aHeartbeatIsNoEventAndMovesThePlace() {
    try (SseReader reader = read()) {
      publish(new Subject("memorial", UUID.randomUUID()), "of somebody else");
      relay();
      server.bean(LiveHub.class).sendHeartbeats();

      assertThat(reader.block()).containsExactly("id: 1", ": still here");
    }
  }

  @Test
  void aReaderThatDoesNotKeepUpIsDroppedAndItsConnectionClosedAndOthersAreNot() throws IOException {
    String text = "x".repeat(60_000);
    try (Socket slow = connectAndReadNothing();
        SseReader reader = read()) {
      awaitReaders(2);
      for (int i = 0; dropped() == 0; i++) {
        publish("number " + i, Map.of("text", text));
        relay();
        assertThat(reader.types(1)).containsExactly("number " + i);
        assertThat(i).as("updates the slow reader took").isLessThan(2000);
      }
      awaitReaders(1);
      assertThat(endsAfterWhatWasOnItsWay(slow)).isTrue();
      publish("after", Map.of());
      relay();
      assertThat(reader.types(1)).containsExactly("after");
    }
  }

  private static boolean endsAfterWhatWasOnItsWay(Socket socket) throws IOException {
    socket.setSoTimeout(10_000);
    InputStream in = socket.getInputStream();
    byte[] bytes = new byte[1 << 16];
    byte[] lastChunk = "\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    int count;
    int last = 0;
    do {
      count = in.read(bytes);
      last = count < 0 ? last : count;
    } while (count >= 0);
    // Cut off, not ended: that is how a client knows.
    return !Arrays.equals(bytes, Math.max(0, last - 7), last, lastChunk, 0, 7);
  }

  @Test
  void manyReadersGetAllInOrder() {
    List<SseReader> readers = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      readers.add(read());
    }
    List<Object> types = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      publish("number " + i, Map.of());
      types.add("number " + i);
      relay();
    }

    assertThat(readers)
        .allSatisfy(reader -> assertThat(reader.types(50)).containsExactlyElementsOf(types));
    assertThat(dropped()).isZero();
    readers.forEach(SseReader::close);
  }

  @Test
  void aReaderThatIsCutWhileItIsToldIsNoTroubleToTheServer() throws IOException {
    Logger framework = (Logger) LoggerFactory.getLogger("io.micronaut");
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    framework.addAppender(lines);
    try {
      for (int i = 0; i < 50; i++) {
        try (Socket socket = connectAndReadNothing()) {
          awaitReaders(1);
          socket.setSoLinger(true, 0);
          publish("in flight", Map.of());
          socket.close();
          relay();
        }
        while (readers() > 0) {
          server.bean(LiveHub.class).sendHeartbeats();
          Thread.onSpinWait();
        }
      }
    } finally {
      framework.detachAppender(lines);
    }
    assertThat(lines.list).filteredOn(line -> line.getLevel().isGreaterOrEqual(WARN)).isEmpty();
  }

  @Test
  void readersAreLetGoWhenTheServerStops() {
    try (SseReader reader = read()) {
      server.bean(LiveHub.class).stop();

      assertThatThrownBy(reader::block).hasMessage("the stream ended after []");
      assertThat(readers()).isZero();
    }
  }

  @Test
  void whoLeavesIsForgotten() {
    try (SseReader reader = read()) {
      assertThat(reader.response().statusCode()).isEqualTo(200);
      awaitReaders(1);
    }
    // Only by writing does a server learn that nobody reads.
    for (int i = 0; readers() > 0; i++) {
      server.bean(LiveHub.class).sendHeartbeats();
      Thread.onSpinWait();
    }
    assertThat(readers()).isZero();
  }

  @Test
  void aMemorialThatMayNotBeSeenHasNoUpdates() {
    server
        .house()
        .stagedoor()
        .memorials()
        .change(
            family.actor(),
            family.memorial(),
            new MemorialService.Change(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(false),
                server
                    .house()
                    .stagedoor()
                    .memorials()
                    .get(family.actor(), family.memorial())
                    .version()));

    server.get(path).send().isProblem(404, "NOT_FOUND");
    server
        .get("/api/memorials/" + UUID.randomUUID() + "/updates")
        .send()
        .isProblem(404, "NOT_FOUND");
    try (SseReader own = SseReader.open(server, server.get(path).bearer(family.person().token()))) {
      assertThat(own.response().statusCode()).isEqualTo(200);
    }
  }

  @Test
  void publicEventsHaveOneStreamForAllAndForEach() {
    UUID one = UUID.randomUUID();
    try (SseReader all = SseReader.open(server, server.get("/api/events/updates"));
        SseReader ofOne =
            SseReader.open(server, server.get("/api/events/updates?eventId=" + one))) {
      publish(EventService.PUBLIC_EVENTS, "other", Map.of("eventId", "somebody else's"));
      publish(EventService.PUBLIC_EVENTS, "mine", Map.of("eventId", one.toString()));
      relay();

      assertThat(all.types(2)).containsExactly("other", "mine");
      assertThat(ofOne.types(1)).containsExactly("mine");
    }
    server.get("/api/events/updates?eventId=nonsense").send().isProblem(422, "INVALID_VALUE");
  }

  private Socket connectAndReadNothing() throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(4096);
    socket.connect(
        new java.net.InetSocketAddress(server.uri("/").getHost(), server.uri("/").getPort()));
    socket
        .getOutputStream()
        .write(
            ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private void awaitReaders(int count) {
    while (readers() != count) {
      Thread.onSpinWait();
    }
  }

  private int readers() {
    return (int) server.bean(MeterRegistry.class).get("stagedoor.live.readers").gauge().value();
  }

  private double dropped() {
    return server.bean(MeterRegistry.class).get("stagedoor.live.dropped").counter().count();
  }

  private SseReader read() {
    return SseReader.open(server, server.get(path));
  }

  private SseReader resume(String lastEventId) {
    return SseReader.open(server, server.get(path).header("Last-Event-ID", lastEventId));
  }

  private void publish(String type, Map<String, Object> data) {
    publish(channel, type, data);
  }

  private void publish(Subject to, String type) {
    publish(to, type, Map.of());
  }

  private void publish(Subject to, String type, Map<String, Object> data) {
    server
        .house()
        .unitOfWork()
        .run(() -> server.house().updates().publish(new LiveUpdate(to, type, data)));
  }

  private void relay() {
    server.house().updates().relay();
  }
}
