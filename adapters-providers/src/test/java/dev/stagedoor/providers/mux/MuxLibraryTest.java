package dev.stagedoor.providers.mux;

import static dev.stagedoor.domain.contract.LibraryContract.ORIGIN;
import static dev.stagedoor.domain.contract.LibraryContract.aNewVideo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stagedoor.domain.contract.LibraryWorld;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderException.Kind;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.library.DirectUpload;
import dev.stagedoor.domain.library.LibraryStatus;
import dev.stagedoor.domain.library.LibraryVideo;
import dev.stagedoor.domain.library.NewVideo;
import dev.stagedoor.domain.library.VideoFailure;
import dev.stagedoor.domain.library.VideoFailure.Reason;
import dev.stagedoor.domain.library.port.Library;
import dev.stagedoor.providers.support.ProviderRuntime;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MuxLibraryTest {
  private final MuxWorld world = new MuxWorld();
  private final Library library = world.mux().libraryProvider().library();

  @AfterEach
  void close() {
    world.close();
  }

  private ObjectNode upload(DirectUpload upload) {
    return world.stub.upload(upload.ref().value().substring("upload:".length()));
  }

  private static void assertUnreadable(Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            ProviderException.class,
            problem -> assertThat(problem.kind()).isEqualTo(Kind.UNREADABLE));
  }

  @Test
  void anUploadIsAskedForWithAllThatMuxNeeds() {
    NewVideo wanted = aNewVideo();

    DirectUpload upload = library.openUpload(wanted, ORIGIN);

    assertThat(upload.form()).isEqualTo(DirectUpload.Form.PUT_BODY);
    assertThat(upload.until()).isEqualTo(world.now().plus(Duration.ofHours(1)));
    ObjectNode asked = upload(upload);
    assertThat(asked.path("cors_origin").asText()).isEqualTo("https://studio.example.org");
    assertThat(asked.path("timeout").asInt()).isEqualTo(3600);
    assertThat(asked.path("test").asBoolean()).isFalse();
    assertThat(asked.at("/new_asset_settings/playback_policies/0").asText()).isEqualTo("public");
    assertThat(asked.at("/new_asset_settings/meta/title").asText()).isEqualTo("Lesson one");
    assertThat(MuxReference.videoOf(asked.at("/new_asset_settings/passthrough").asText()))
        .contains(wanted.video());
  }

  @Test
  void inTestModeNothingCosts() {
    MuxConfig real = world.stub.config();
    MuxConfig test =
        new MuxConfig(
            real.tokenId(),
            real.tokenSecret(),
            real.webhookSecret(),
            real.signingKey(),
            real.baseUrl(),
            real.streamUrl(),
            real.imageUrl(),
            Optional.empty(),
            true);

    DirectUpload upload =
        Mux.open(test, ProviderRuntime.plain())
            .libraryProvider()
            .library()
            .openUpload(aNewVideo(), ORIGIN);

    assertThat(upload(upload).path("test").asBoolean()).isTrue();
  }

  @Test
  void aVideoIsFoundByItsKeyBehindHundredsOfOthers() {
    NewVideo wanted = aNewVideo();
    URI source = world.sourceOf(LibraryWorld.aFilm());
    ProviderRef first = library.ingest(wanted, source);
    for (int i = 0; i < 250; i++) {
      world.stub.fetchSomething();
    }

    assertThat(library.ingest(wanted, source)).isEqualTo(first);
    assertThat(world.filesOf(wanted.video())).isEqualTo(1);
  }

  @Test
  void aStatusNobodyKnowsIsUnreadable() {
    DirectUpload upload = library.openUpload(aNewVideo(), ORIGIN);
    world.send(upload, LibraryWorld.aFilm());
    ProviderRef asset = library.find(upload.ref()).map(LibraryVideo::ref).orElseThrow();

    world.stub.asset(asset.value()).put("status", "marinating");
    assertUnreadable(() -> library.find(asset));

    upload(upload).put("status", "marinating");
    assertUnreadable(() -> library.find(upload.ref()));
  }

  @Test
  void aReadyVideoThatCannotBePlayedIsUnreadable() {
    ProviderRef ref = library.ingest(aNewVideo(), world.sourceOf(LibraryWorld.aFilm()));
    world.finishProcessing();
    world
        .stub
        .asset(ref.value())
        .putArray("playback_ids")
        .addObject()
        .put("id", "D")
        .put("policy", "drm");

    assertUnreadable(() -> library.find(ref));
  }

  @Test
  void anUploadOfWhichNothingCameSaysWhy() {
    DirectUpload upload = library.openUpload(aNewVideo(), ORIGIN);
    upload(upload).put("status", "errored").putObject("error").put("type", "invalid_input");

    assertThat(library.find(upload.ref()))
        .hasValueSatisfying(
            video -> {
              assertThat(video.status()).isEqualTo(LibraryStatus.FAILED);
              assertThat(video.failure())
                  .contains(new VideoFailure(Reason.NOT_A_VIDEO, "invalid_input"));
            });
  }

  @Test
  void progressIsToldInPercent() {
    ProviderRef ref = library.ingest(aNewVideo(), world.sourceOf(LibraryWorld.aFilm()));

    assertThat(library.find(ref).orElseThrow().progress()).hasValue(12);
    world.stub.asset(ref.value()).putObject("progress").put("progress", -1);
    assertThat(library.find(ref).orElseThrow().progress()).isEmpty();
  }

  @Test
  void aReferenceOfSomebodyElseIsRejected() {
    for (Runnable call :
        List.<Runnable>of(
            () -> library.find(ProviderRef.of("cloudflare", "x")),
            () -> library.delete(ProviderRef.of("cloudflare", "x")),
            () -> library.delete(ProviderRef.of("cloudflare", "upload:x")))) {
      assertThatThrownBy(call::run)
          .isInstanceOfSatisfying(
              ProviderException.class,
              problem -> assertThat(problem.kind()).isEqualTo(Kind.REJECTED));
    }
  }

  @Test
  void wrongCredentialsAreSaidSoAndNotRepeated() {
    MuxConfig wrong =
        MuxConfig.of(MuxStub.TOKEN_ID, Secret.of("hush-wrong"), MuxStub.WEBHOOK_SECRET)
            .at(world.stub.baseUrl(), world.stub.baseUrl(), world.stub.baseUrl(), null);
    Library refused = Mux.open(wrong, ProviderRuntime.plain()).libraryProvider().library();

    assertThatThrownBy(() -> refused.openUpload(aNewVideo(), ORIGIN))
        .isInstanceOfSatisfying(
            ProviderException.class,
            problem -> assertThat(problem.kind()).isEqualTo(Kind.UNAUTHORISED))
        .hasMessageNotContaining("hush")
        .hasStackTraceContaining("unauthorized");
    assertThat(refused + " " + wrong).doesNotContain("hush");
  }
}
