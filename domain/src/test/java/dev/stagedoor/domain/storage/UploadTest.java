package dev.stagedoor.domain.storage;

import static dev.stagedoor.domain.contract.RepositoryContract.assertRefused;
import static dev.stagedoor.domain.fixture.CourseSamples.aFileId;
import static dev.stagedoor.domain.fixture.CourseSamples.anUpload;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.Samples.SANDBOX;
import static dev.stagedoor.domain.fixture.Samples.aSubject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.stagedoor.domain.kernel.CommonError;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class UploadTest {
  private final Upload upload = anUpload();

  @Test
  void itsKeySaysNothingOfItsName() {
    assertThat(upload.wanted().key()).hasToString("uploads/" + upload.id().value());
    assertThat(upload.fileName()).isEqualTo("light.mp4");
    assertThat(upload.status()).isEqualTo(Upload.Status.AWAITED);
  }

  @Test
  void namesHaveTheirBounds() {
    assertThat(named(" light.mp4 ").fileName()).isEqualTo("light.mp4");
    assertThat(named("x".repeat(255)).fileName()).hasSize(255);
    assertRefused(CommonError.INVALID_VALUE, () -> named(" "));
    assertRefused(CommonError.INVALID_VALUE, () -> named("x".repeat(256)));
  }

  @Test
  void whatIsAsAnnouncedIsConfirmedAndRepeatingItChangesNothing() {
    assertThat(upload.confirm(came(1_000, "video/mp4"))).isTrue();
    assertThat(upload.confirm(came(1_000, "video/mp4"))).isTrue();

    assertThat(upload.status()).isEqualTo(Upload.Status.CONFIRMED);
    assertThatCode(upload::mustNotBeOver).doesNotThrowAnyException();
  }

  @Test
  void anotherSizeOrTypeIsRefusedForGood() {
    Upload other = anUpload();

    assertThat(upload.confirm(came(999, "video/mp4"))).isFalse();
    assertThat(other.confirm(came(1_000, "video/webm"))).isFalse();

    assertThat(upload.status()).isEqualTo(Upload.Status.REFUSED);
    assertThat(other.status()).isEqualTo(Upload.Status.REFUSED);
    assertRefused(StorageError.UPLOAD_EXPIRED, () -> upload.confirm(came(1_000, "video/mp4")));
    assertThat(upload.differs(came(999, "video/webm")).facts())
        .containsEntry("bytes", 999L)
        .containsEntry("expectedBytes", 1_000L)
        .containsEntry("contentType", "video/webm")
        .containsEntry("expectedContentType", "video/mp4");
  }

  @Test
  void whatDidNotComeInTimeIsGivenUp() {
    assertThat(upload.expire(upload.expiresAt().minusMillis(1))).isFalse();
    assertThat(upload.expire(upload.expiresAt())).isTrue();
    assertThat(upload.expire(upload.expiresAt())).isFalse();

    assertThat(upload.status()).isEqualTo(Upload.Status.EXPIRED);
    assertRefused(StorageError.UPLOAD_EXPIRED, upload::mustNotBeOver);
  }

  @Test
  void whatCameInTimeIsNotGivenUpLater() {
    upload.confirm(came(1_000, "video/mp4"));

    assertThat(upload.expire(upload.expiresAt())).isFalse();
    assertThat(upload.status()).isEqualTo(Upload.Status.CONFIRMED);
  }

  @Test
  void whatIsNotWantedAnyMoreIsOverAndWhatWasOverStaysWhatItWas() {
    upload.discard();
    Upload refused = anUpload();
    refused.confirm(came(1, "video/mp4"));
    refused.discard();

    assertThat(upload.status()).isEqualTo(Upload.Status.DISCARDED);
    assertThat(refused.status()).isEqualTo(Upload.Status.REFUSED);
  }

  @Test
  void whoBeganInTimeMaySendForAWhileLonger() {
    assertThat(upload.mayStillCome(upload.expiresAt().plus(Duration.ofMinutes(29)))).isTrue();
    assertThat(upload.mayStillCome(upload.expiresAt().plus(Duration.ofMinutes(30)))).isFalse();
  }

  private StoredObject came(long bytes, String mediaType) {
    return new StoredObject(upload.wanted().key(), bytes, mediaType, NOW);
  }

  private static Upload named(String name) {
    return Upload.announce(
        aFileId(), aSubject(), SANDBOX, name, 1, "video/mp4", NOW, NOW.plusSeconds(1));
  }
}
