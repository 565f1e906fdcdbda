package dev.stagedoor.providers.sandbox.site;

import static dev.stagedoor.domain.contract.LiveIngestContract.aNewInput;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stagedoor.domain.contract.LibraryContract;
import dev.stagedoor.domain.contract.LibraryWorld;
import dev.stagedoor.domain.fixture.Films;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.library.DirectUpload;
import dev.stagedoor.domain.library.LibraryEvent;
import dev.stagedoor.domain.library.LibraryVideo;
import dev.stagedoor.domain.library.NewVideo;
import dev.stagedoor.domain.library.VideoFailure;
import dev.stagedoor.domain.library.port.Library;
import dev.stagedoor.domain.video.LiveInput;
import dev.stagedoor.domain.video.SignedPlayback;
import dev.stagedoor.domain.video.VideoEvent;
import dev.stagedoor.domain.webhooks.RawWebhook;
import dev.stagedoor.providers.sandbox.site.SiteFixture.Answer;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the sandbox broadcasts, records and plays. */
class SandboxVideoSiteTest extends SandboxSiteScene {
  private static LiveInput anInput() {
    return site.sandbox().videoProvider().ingest().create(aNewInput());
  }

  private static Answer encoder(String does, LiveInput input) throws Exception {
    return site.post(
        "/sandbox/live-inputs/" + does,
        "{\"streamKey\":\""
            + input.credentials().rtmp().orElseThrow().streamKey().reveal()
            + "\"}");
  }

  @Test
  void aBroadcastPlaysIsToldAndIsRecorded() throws Exception {
    LiveInput input = anInput();
    String playlist = path(input.playbackUrl());
    assertThat(site.get(playlist).status()).isEqualTo(404);

    Answer connected = encoder("connect", input);

    assertThat(connected.status()).isEqualTo(200);
    assertThat(connected.json().path("status").asText()).isEqualTo("connected");
    RawWebhook webhook = site.nextWebhook();
    assertThat(webhook.topic()).isEqualTo("cloudflare/live-input");
    assertThat(read(webhook).events())
        .singleElement()
        .isInstanceOfSatisfying(
            VideoEvent.EncoderConnected.class,
            event -> assertThat(event.input()).isEqualTo(input.ref()));

    Answer live = site.get(playlist);
    assertThat(live.status()).isEqualTo(200);
    assertThat(live.header("content-type")).startsWith("application/vnd.apple.mpegurl");
    assertThat(live.header("access-control-allow-origin")).isEqualTo("*");
    assertThat(live.header("cache-control")).isEqualTo("no-store");
    assertThat(live.text()).contains("../../picture/0.ts").doesNotContain("ENDLIST");
    assertThat(site.get(playlist + "?session=another").status()).isEqualTo(200);
    assertThat(site.sandbox().videoProvider().ingest().state(input.ref()).viewers()).hasValue(2);

    assertThat(encoder("disconnect", input).json().path("status").asText()).isEqualTo("waiting");
    // On a busy machine the second may come before the first.
    Map<String, RawWebhook> told = new HashMap<>();
    for (int i = 0; i < 2; i++) {
      RawWebhook next = site.nextWebhook();
      told.put(read(next).type(), next);
    }
    assertThat(told).containsOnlyKeys("live_input.disconnected", "video.recording.ready");
    RawWebhook recorded = told.get("video.recording.ready");
    assertThat(recorded.topic()).isEqualTo("cloudflare/recording");
    VideoEvent.RecordingChanged ready =
        (VideoEvent.RecordingChanged) read(recorded).events().get(0);

    assertThat(site.get(playlist).status()).isEqualTo(404);
    Answer film = site.get(path(ready.video().playbackUrl().orElseThrow()));
    assertThat(film.text()).contains("../../picture/0.ts").contains("#EXT-X-ENDLIST");
    Answer still = site.get(path(ready.video().thumbnailUrl().orElseThrow()));
    assertThat(still.header("content-type")).isEqualTo("image/jpeg");
    assertThat(still.response().body()).startsWith(0xFF, 0xD8);
  }

  @Test
  void aFileIsSentPreparedToldAndPlays() throws Exception {
    String studio = "http://localhost:5173";
    NewVideo wanted = LibraryContract.aNewVideo();
    DirectUpload upload =
        site.sandbox().libraryProvider().library().openUpload(wanted, URI.create(studio));
    String sending = path(upload.address().toString());

    Answer asked = site.send("OPTIONS", sending, new byte[0], "Origin", studio);
    assertThat(asked.status()).isEqualTo(204);
    assertThat(asked.header("access-control-allow-origin")).isEqualTo(studio);
    assertThat(asked.header("access-control-allow-methods")).isEqualTo("PUT");
    Answer sent =
        site.send("PUT", sending, Films.mp4(), "Sec-Fetch-Site", "cross-site", "Origin", studio);
    assertThat(sent.status()).isEqualTo(200);
    assertThat(sent.header("access-control-allow-origin")).isEqualTo(studio);

    for (int told = 0; told < 2; told++) {
      assertThat(read(site.nextWebhook()).events())
          .isEqualTo(
              List.of(new LibraryEvent.VideoChanged(upload.ref(), Optional.of(wanted.video()))));
    }
    LibraryVideo video =
        site.sandbox().libraryProvider().library().find(upload.ref()).orElseThrow();
    assertThat(video.thumbnailUrl().isPresent()).isEqualTo(video.duration().isPresent());
    String playing = path(video.playbackUrl().orElseThrow());
    Answer film = site.get(playing);
    assertThat(film.status()).isEqualTo(200);
    assertThat(film.header("content-type")).isEqualTo("video/mp4");
    assertThat(film.header("accept-ranges")).isEqualTo("bytes");
    assertThat(film.header("access-control-allow-origin")).isEqualTo("*");
    assertThat(film.response().body()).isEqualTo(Films.mp4());
    Answer part = site.send("GET", playing, new byte[0], "Range", "bytes=100-199");
    assertThat(part.status()).isEqualTo(206);
    assertThat(part.header("content-range")).isEqualTo("bytes 100-199/" + Films.mp4().length);
    assertThat(part.response().body()).isEqualTo(Arrays.copyOfRange(Films.mp4(), 100, 200));
    assertThat(site.send("GET", playing, new byte[0], "Range", "bytes=9999999-").status())
        .isEqualTo(416);
    Answer head = site.send("HEAD", playing, new byte[0]);
    assertThat(head.header("content-length")).isEqualTo("" + Films.mp4().length);
    assertThat(site.get(playing.replace(".mp4", ".webm")).status()).isEqualTo(404);
    JsonNode listed = site.get("/sandbox/library").json().path("clips").path(0);
    assertThat(listed.path("status").asText()).isEqualTo("ready");
    assertThat(listed.path("playbackPath").asText()).isEqualTo(playing);
    assertThat(listed.path("videoId").asText()).isEqualTo(wanted.video().value().toString());

    assertProblem(site.send("PUT", sending, LibraryWorld.aFilm()), 404, "NOT_FOUND");
    assertProblem(site.send("OPTIONS", sending, new byte[0]), 404, "NOT_FOUND");
  }

  @Test
  void whatIsTooLargeOrEmptyIsNotTaken() throws Exception {
    String sending =
        path(
            site.sandbox()
                .libraryProvider()
                .library()
                .openUpload(LibraryContract.aNewVideo(), LibraryContract.ORIGIN)
                .address()
                .toString());

    assertProblem(site.send("PUT", sending, new byte[10_000_001]), 413, "FILE_TOO_LARGE");
    assertProblem(site.send("PUT", sending, new byte[0]), 422, "INVALID_VALUE");
    assertProblem(site.send("PUT", sending + "x", LibraryWorld.aFilm()), 404, "NOT_FOUND");
  }

  @Test
  void aSignedOnlyVideoPlaysByItsTokenAndAnOperatorCanSpoilIt() throws Exception {
    NewVideo wanted = LibraryContract.aNewVideo();
    Library library = site.sandbox().libraryProvider().library();
    ProviderRef ref =
        library.ingest(
            new NewVideo(wanted.video(), wanted.title(), true, wanted.key()),
            URI.create(site.server.getURI() + "/sandbox/video/picture/0.ts"));
    site.nextWebhook();
    site.nextWebhook();
    String address = library.find(ref).flatMap(LibraryVideo::playbackUrl).orElseThrow();

    assertThat(site.get(path(address)).status()).isEqualTo(404);
    SignedPlayback signed =
        site.sandbox()
            .libraryProvider()
            .signing()
            .orElseThrow()
            .sign(address, Instant.now().plusSeconds(60));
    assertThat(site.get(path(signed.playlist())).status()).isEqualTo(200);
    assertThat(site.get(path(signed.playlist()) + "0").status()).isEqualTo(404);
    if (signed.thumbnail().isPresent()) {
      assertThat(site.get(path(signed.thumbnail().get())).status()).isEqualTo(200);
    }

    Answer spoilt =
        site.post("/sandbox/library/" + ref.value() + "/fail", "{\"code\":\"too_long\"}");
    site.nextWebhook();
    assertThat(spoilt.json().path("status").asText()).isEqualTo("failed");
    assertThat(library.find(ref).flatMap(LibraryVideo::failure))
        .contains(new VideoFailure(VideoFailure.Reason.TOO_LONG, "too_long"));
    assertProblem(
        site.post("/sandbox/library/" + ref.value() + "/fail", "{\"code\":\"No!\"}"),
        422,
        "INVALID_VALUE");
    assertProblem(site.post("/sandbox/library/nobody/fail", "{}"), 404, "NOT_FOUND");
  }

  @Test
  void segmentsAreServedForAnyPageAndForLong() throws Exception {
    Answer segment = site.get("/sandbox/video/picture/0.ts");

    assertThat(segment.status()).isEqualTo(200);
    assertThat(segment.header("content-type")).isEqualTo("video/mp2t");
    assertThat(segment.header("access-control-allow-origin")).isEqualTo("*");
    assertThat(segment.header("cache-control")).contains("immutable");
    assertThat(segment.response().body()[0]).isEqualTo((byte) 0x47);
    for (String none : List.of("8.ts", "README.md", "..%2Fsite%2Fconsole.js", "0.tsx")) {
      assertThat(site.get("/sandbox/video/picture/" + none).status()).isEqualTo(404);
    }
  }

  @Test
  void aStreamKeyNobodyHasOrADisabledInputIsRefused() throws Exception {
    LiveInput input = anInput();
    site.sandbox().videoProvider().ingest().disable(input.ref());

    assertProblem(encoder("connect", input), 403, "STREAM_KEY_REFUSED");
    assertProblem(
        site.post("/sandbox/live-inputs/connect", "{\"streamKey\":\"nobody\"}"),
        403,
        "STREAM_KEY_REFUSED");
    assertProblem(
        site.post(
            "/sandbox/live-inputs/connect",
            "{\"streamKey\":\"wrongk" + input.ref().value() + "\"}"),
        403,
        "STREAM_KEY_REFUSED");
    assertProblem(site.post("/sandbox/live-inputs/connect", "{}"), 422, "INVALID_VALUE");
  }
}
