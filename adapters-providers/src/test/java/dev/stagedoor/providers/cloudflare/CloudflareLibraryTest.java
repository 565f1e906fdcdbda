package dev.stagedoor.providers.cloudflare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stagedoor.domain.contract.LibraryContract;
import dev.stagedoor.domain.contract.LibraryWorld;
import dev.stagedoor.domain.kernel.IdempotencyKey;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.library.DirectUpload;
import dev.stagedoor.domain.library.LibraryStatus;
import dev.stagedoor.domain.library.LibraryVideo;
import dev.stagedoor.domain.library.NewVideo;
import dev.stagedoor.domain.library.VideoFailure;
import dev.stagedoor.domain.library.VideoFailure.Reason;
import dev.stagedoor.domain.library.port.Library;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What only Cloudflare's library does. */
class CloudflareLibraryTest {
  private static final URI ORIGIN = LibraryContract.ORIGIN;

  private final CloudflareWorld world = new CloudflareWorld();
  private final CloudflareStub stub = world.stub;
  private final Library library = world.cloudflare().libraryProvider().library();

  @AfterEach
  void close() {
    world.close();
  }

  private static NewVideo aNewVideo() {
    return LibraryContract.aNewVideo();
  }

  private ProviderRef aVideoInWork() {
    DirectUpload upload = library.openUpload(aNewVideo(), ORIGIN);
    world.send(upload, LibraryWorld.aFilm());
    return upload.ref();
  }

  private ObjectNode status(ProviderRef video) {
    return (ObjectNode) stub.video(video.value()).path("status");
  }

  private LibraryVideo found(ProviderRef video) {
    return library.find(video).orElseThrow();
  }

  @Test
  void aFileIsSentInAFormWithinAnHour() {
    DirectUpload upload = library.openUpload(aNewVideo(), ORIGIN);

    assertThat(upload.form()).isEqualTo(DirectUpload.Form.POST_FORM_FILE);
    assertThat(upload.until()).isEqualTo(world.now().plus(Duration.ofHours(1)));
    assertThat(stub.video(upload.ref().value()).path("maxDurationSeconds").asInt())
        .isEqualTo(21_600);
  }

  @Test
  void aVideoIsMadeToBeFoundAgainAndSeenWhereItMay() {
    NewVideo wanted = aNewVideo();
    Library strict =
        world
            .open(stub.config().with(CloudflareConfig.Live.DEFAULT, List.of("studio.example.org")))
            .libraryProvider()
            .library();

    ObjectNode made = stub.video(strict.openUpload(wanted, ORIGIN).ref().value());

    assertThat(made.path("creator").asText()).isEqualTo(wanted.video().toString());
    assertThat(made.path("meta").path("name").asText()).isEqualTo(wanted.title());
    assertThat(made.path("meta").path("stagedoorVideo").asText())
        .isEqualTo(wanted.video().value().toString());
    assertThat(made.path("allowedOrigins").path(0).asText()).isEqualTo("studio.example.org");
  }

  @ParameterizedTest
  @CsvSource({"0,0", "39.000000,39", "99.9,99", "100,100"})
  void progressIsReadFromText(String percent, int ours) {
    ProviderRef video = aVideoInWork();
    status(video).put("pctComplete", percent);

    assertThat(found(video).progress()).isEqualTo(OptionalInt.of(ours));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "101", "half", "1e99"})
  void progressThatIsNoneIsLeftOut(String percent) {
    ProviderRef video = aVideoInWork();
    status(video).put("pctComplete", percent);

    assertThat(found(video).progress()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"errorReasonCode", "errReasonCode"})
  void theReasonIsReadInBothSpellings(String member) {
    ProviderRef video = aVideoInWork();
    status(video).removeAll();
    status(video).put("state", "error").put(member, "ERR_DURATION_TOO_SHORT");

    assertThat(found(video).failure())
        .contains(new VideoFailure(Reason.TOO_SHORT, "ERR_DURATION_TOO_SHORT"));
  }

  @Test
  void aFailureWithoutAReasonIsAFailure() {
    ProviderRef video = aVideoInWork();
    status(video).removeAll();
    status(video).put("state", "error");

    assertThat(found(video).status()).isEqualTo(LibraryStatus.FAILED);
    assertThat(found(video).failure()).contains(new VideoFailure(Reason.OTHER, "none"));
  }

  @Test
  void aStateNobodyKnowsIsNotGuessed() {
    ProviderRef video = aVideoInWork();
    status(video).put("state", "marinating");

    assertThatThrownBy(() -> library.find(video))
        .isInstanceOfSatisfying(
            ProviderException.class,
            problem -> assertThat(problem.kind()).isEqualTo(ProviderException.Kind.UNREADABLE));
  }

  @Test
  void anotherKeyOfTheSameVideoFetchesAgain() {
    NewVideo first = aNewVideo();
    NewVideo again =
        new NewVideo(first.video(), first.title(), false, new IdempotencyKey("second-try"));
    URI source = world.sourceOf(LibraryWorld.aFilm());

    ProviderRef one = library.ingest(first, source);

    assertThat(library.ingest(again, source)).isNotEqualTo(one);
    assertThat(library.ingest(first, source)).isEqualTo(one);
  }

  @Test
  void whatSomebodyElseKeepsThereIsNotTakenForOurs() {
    stub.videoOfSomebodyElse();
    stub.ignoreFilters();

    ProviderRef video = library.ingest(aNewVideo(), world.sourceOf(LibraryWorld.aFilm()));

    assertThat(found(video).status()).isEqualTo(LibraryStatus.PROCESSING);
    assertThat(stub.filesOf("")).isZero();
  }
}
