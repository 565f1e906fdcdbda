package dev.stagedoor.web.memorials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.domain.video.LiveInput;
import dev.stagedoor.domain.video.LiveStreamId;
import dev.stagedoor.domain.video.VideoEvent;
import java.time.Duration;
import java.util.Collections;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StreamApiTest {
  private static ApiServer api;

  @BeforeAll
  static void open() {
    api = new ApiServer();
  }

  @AfterAll
  static void close() {
    api.close();
  }

  private final InMemoryStagedoor.Family family = api.house.aFamily();
  private final String memorial = "/api/memorials/" + family.memorial().value();

  private Answer planned() {
    return api.post(
            family.person(),
            "/api/streams",
            """
            {"memorialId": "%s", "title": "Service", "description": "In the chapel",
             "scheduledStartTime": "2025-07-01T14:30:00+01:00"}
            """
                .formatted(family.memorial().value()))
        .is(201);
  }

  private static String path(Answer stream) {
    return "/api/streams/" + stream.at("data.id");
  }

  private static LiveInput input(Answer stream) {
    return api.house.stream(new LiveStreamId(UUID.fromString(stream.at("data.id"))))
        .input()
        .orElseThrow();
  }

  private Answer live() {
    Answer stream = planned();
    api.post(family.person(), path(stream) + "/start", null).is(200);
    api.house.video().setNow(api.house.clock().instant());
    api.house.video().connect(input(stream));
    api.house.deliver(
        api.house
            .webhooks()
            .delivery(
                new VideoEvent.EncoderConnected(input(stream).ref(), api.house.video().now())));
    return stream;
  }

  @Test
  void aPlannedStreamComesWithItsCredentials() {
    Answer stream = planned();

    assertThat(stream.at("success")).isEqualTo("true");
    assertThat(stream.members("data"))
        .containsExactlyInAnyOrder(
            "id",
            "memorialId",
            "title",
            "description",
            "status",
            "isVisible",
            "isPublic",
            "scheduledStartTime",
            "playbackUrl",
            "recordingReady",
            "viewerCount",
            "createdBy",
            "createdAt",
            "updatedAt",
            "credentials");
    assertThat(stream.at("data.status")).isEqualTo("scheduled");
    assertThat(stream.at("data.scheduledStartTime")).isEqualTo("2025-07-01T13:30:00Z");
    assertThat(stream.at("data.isVisible")).isEqualTo("true");
    assertThat(stream.members("data.credentials"))
        .containsExactlyInAnyOrder("rtmpUrl", "streamKey", "srtUrl");
    assertThat(stream.at("data.credentials.streamKey")).startsWith("key-of-");
    Answer list = api.get(family.person(), memorial + "/streams").is(200);
    assertThat(list.each("data", "id")).containsExactly(stream.at("data.id"));
    assertThat(list.members("data.0.credentials")).contains("streamKey");
  }

  @Test
  void anAdminSeesTheProvidersId() {
    Answer stream = planned();

    Answer seen = api.get(api.house.admin(), path(stream)).is(200);

    assertThat(seen.at("data.provider")).isEqualTo("fake");
    assertThat(seen.at("data.providerId")).isEqualTo(input(stream).ref().value());
  }

  @Test
  void aPlanIsChecked() {
    String body = "{\"memorialId\": \"%s\", %s}";
    String id = family.memorial().value().toString();

    api.post(family.person(), "/api/streams", "{\"title\": \"X\"}").invalid("memorialId");
    api.post(family.person(), "/api/streams", body.formatted(id, "\"title\": \" \""))
        .invalid("title");
    api.post(family.person(), "/api/streams", body.formatted(id, "\"description\": \"\""))
        .invalid("title");
    api.post(
            family.person(),
            "/api/streams",
            body.formatted(id, "\"title\": \"X\", \"scheduledStartTime\": \"tomorrow\""))
        .invalid("scheduledStartTime");
    api.post(
            family.person(),
            "/api/streams",
            body.formatted(
                id, "\"title\": \"X\", \"scheduledStartTime\": \"+1000000-01-01T00:00:00Z\""))
        .invalid("scheduledStartTime");
    api.post(family.person(), "/api/streams", body.formatted(UUID.randomUUID(), "\"title\": \"X\""))
        .refused(404, "NOT_FOUND");
  }

  @Test
  void aStreamIsChangedInParts() {
    Answer stream = planned();

    Answer changed =
        api.patch(family.person(), path(stream), "{\"title\": \"Burial\", \"isVisible\": false}")
            .is(200);

    assertThat(changed.at("data.title")).isEqualTo("Burial");
    assertThat(changed.at("data.isVisible")).isEqualTo("false");
    assertThat(changed.at("data.description")).isEqualTo("In the chapel");
    assertThat(changed.at("data.scheduledStartTime")).isEqualTo("2025-07-01T13:30:00Z");
    api.patch(family.person(), path(stream), "{\"title\": \"\"}").invalid("title");
  }

  @Test
  void aPlanThatIsSentTwiceUnderOneKeyIsMadeOnce() {
    String body =
        "{\"memorialId\": \"%s\", \"title\": \"Service\"}".formatted(family.memorial().value());

    Answer first = api.repeatable("key-1", family.person(), "/api/streams", body).is(201);
    Answer second = api.repeatable("key-1", family.person(), "/api/streams", body).is(201);

    assertThat(second.text()).isEqualTo(first.text());
    assertThat(api.get(family.person(), memorial + "/streams").each("data", "id")).hasSize(1);
    api.repeatable("key-1", family.person(), "/api/streams", body.replace("Service", "Burial"))
        .refused(422, "IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  void startingHandsOutTheCredentials() {
    Answer started = api.post(family.person(), path(planned()) + "/start", null).is(200);

    assertThat(started.members("")).containsExactlyInAnyOrder("success", "credentials", "status");
    assertThat(started.at("status")).isEqualTo("ready");
    assertThat(started.at("credentials.rtmpUrl")).startsWith("rtmps://");
  }

  @Test
  void aLiveStreamIsSeenByVisitorsWithoutCredentials() {
    Answer stream = live();

    Answer status = api.get(null, path(stream) + "/status").is(200);
    assertThat(status.members("")).containsExactlyInAnyOrder("status", "viewerCount", "startedAt");
    assertThat(status.at("status")).isEqualTo("live");
    Answer onThePage = api.get(null, memorial + "/streams/status").is(200);
    assertThat(onThePage.members("data.0"))
        .containsExactlyInAnyOrder("id", "status", "viewerCount", "playbackUrl");
    assertThat(onThePage.text()).doesNotContain("key-of-");
  }

  @Test
  void aStoppedStreamIsArchivedAndItsRecordingFollows() {
    Answer stream = live();

    Answer stopped = api.post(family.person(), path(stream) + "/stop", null).is(200);

    assertThat(stopped.at("status")).isEqualTo("completed");
    assertThat(stopped.at("archive.id")).isEqualTo(stream.at("data.id"));
    assertThat(stopped.at("archive.recordingReady")).isEqualTo("false");
    assertThat(stopped.has("archive.recordingUrl")).isFalse();
    Answer waiting = api.post(family.person(), path(stream) + "/recordings", null).is(200);
    assertThat(waiting.at("recordingReady")).isEqualTo("false");
    assertThat(waiting.each("recordings", "status")).containsExactly("processing");

    api.house.video().finishRecordings();

    Answer ready = api.post(family.person(), path(stream) + "/recordings", null).is(200);
    assertThat(ready.at("recordingReady")).isEqualTo("true");
    assertThat(ready.members("recordings.0"))
        .containsExactlyInAnyOrder("id", "status", "recordingUrl", "duration", "thumbnailUrl");
    Answer archive = api.get(null, memorial + "/archive").is(200);
    assertThat(archive.at("data.0.recordingReady")).isEqualTo("true");
    assertThat(archive.at("data.0.duration")).isEqualTo("10");
    assertThat(archive.at("data.0.recordingUrl")).endsWith(".m3u8");
    assertThat(archive.at("data.0.thumbnailUrl")).isNotBlank();
    assertThat(archive.has("data.0.startedAt")).isTrue();
    Answer seen = api.get(family.person(), path(stream)).is(200);
    assertThat(seen.at("data.recordingDuration")).isEqualTo("10");
    api.post(family.person(), path(stream) + "/start", null).refused(409, "STREAM_COMPLETED");
  }

  @Test
  void aRemovedStreamIsGoneAndALiveOneIsNotRemoved() {
    Answer stream = planned();
    Answer removed = api.delete(family.person(), path(stream)).is(204);
    assertThat(removed.text()).isEmpty();
    api.get(family.person(), path(stream)).refused(404, "NOT_FOUND");
    api.get(null, path(stream) + "/status").refused(404, "NOT_FOUND");

    api.delete(family.person(), path(live())).refused(409, "STREAM_LIVE");
  }

  @Test
  void manyStatesAreToldAtOnce() {
    Answer seen = planned();
    Answer hidden = planned();
    api.patch(family.person(), path(hidden), "{\"isPublic\": false}").is(200);
    String ids =
        "{\"streamIds\": [\"%s\", \"%s\", \"%s\"]}"
            .formatted(seen.at("data.id"), hidden.at("data.id"), UUID.randomUUID());

    Answer states = api.post(null, "/api/streams/batch-status", ids).is(200);

    assertThat(states.members("")).containsExactly(seen.at("data.id"));
    assertThat(states.at(seen.at("data.id") + ".status")).isEqualTo("scheduled");
    assertThat(states.at(seen.at("data.id") + ".viewerCount")).isEqualTo("0");
    assertThat(api.post(family.person(), "/api/streams/batch-status", ids).is(200).members(""))
        .hasSize(2);
    assertThat(api.post(null, "/api/streams/batch-status", "{\"streamIds\": []}").is(200).text())
        .isEqualTo("{}");
    String many =
        Stream.generate(() -> "\"" + UUID.randomUUID() + "\"")
            .limit(101)
            .collect(Collectors.joining(","));
    api.post(null, "/api/streams/batch-status", "{\"streamIds\": [" + many + "]}")
        .invalid("streamIds");
  }

  @Test
  void aProviderThatIsDownIsToldAndTryingAgainWorks() {
    Answer stream = planned();
    api.house.video().setDown(true);
    try {
      api.post(family.person(), path(stream) + "/start", null).refused(503, "PROVIDER_UNAVAILABLE");
    } finally {
      api.house.video().setDown(false);
    }
    api.post(family.person(), path(stream) + "/start", null).is(200);
  }

  @Test
  void viewersAreCounted() {
    Answer stream = live();
    api.house.video().setViewers(input(stream).ref(), 7);

    api.house.later(Duration.ofSeconds(10));

    assertThat(api.get(null, path(stream) + "/status").at("viewerCount")).isEqualTo("7");
  }

  @Test
  void othersRunNoStreams() {
    Answer stream = planned();
    InMemoryStagedoor.Person stranger = api.house.aFamily().person();
    String plan = "{\"memorialId\": \"%s\", \"title\": \"X\"}".formatted(family.memorial().value());

    for (InMemoryStagedoor.Person caller : new InMemoryStagedoor.Person[] {stranger, null}) {
      int status = caller == null ? 401 : 403;
      String code = caller == null ? "NOT_SIGNED_IN" : "NOT_ALLOWED";
      api.get(caller, memorial + "/streams").refused(status, code);
      api.post(caller, "/api/streams", plan).refused(status, code);
      api.get(caller, path(stream)).refused(status, code);
      api.patch(caller, path(stream), "{}").refused(status, code);
      api.delete(caller, path(stream)).refused(status, code);
      for (String act : new String[] {"/start", "/stop", "/recordings"}) {
        api.post(caller, path(stream) + act, null).refused(status, code);
      }
    }
    assertThat(Collections.singleton(api.get(family.person(), path(stream)).at("data.status")))
        .containsExactly("scheduled");
  }
}
