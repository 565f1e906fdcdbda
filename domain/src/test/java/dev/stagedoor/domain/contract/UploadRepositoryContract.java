package dev.stagedoor.domain.contract;

import static dev.stagedoor.domain.contract.RepositoryContract.assertNeedsUnitOfWork;
import static dev.stagedoor.domain.contract.RepositoryContract.assertStale;
import static dev.stagedoor.domain.fixture.CourseSamples.aFileId;
import static dev.stagedoor.domain.fixture.CourseSamples.anUpload;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.Samples.aSubject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.fixture.Race;
import dev.stagedoor.domain.kernel.Subject;
import dev.stagedoor.domain.storage.FileId;
import dev.stagedoor.domain.storage.StoredObject;
import dev.stagedoor.domain.storage.Upload;
import dev.stagedoor.domain.storage.port.UploadRepository;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What every store of uploads must do. */
public interface UploadRepositoryContract extends RepositoryContract {
  UploadRepository uploads();

  @Test
  default void anUnknownUploadIsAbsent() {
    onFile(anUpload());

    assertThat(write(() -> uploads().find(aFileId()))).isEmpty();
    assertThat(write(() -> uploads().lock(aFileId()))).isEmpty();
    assertThat(write(() -> uploads().ofSubject(aSubject()))).isEmpty();
  }

  @Test
  default void anUploadComesBackAsItWasSaved() {
    Upload awaited = onFile(anUpload());
    Upload confirmed = anUpload();
    confirmed.confirm(sent(confirmed));
    onFile(confirmed);

    assertSame(stored(awaited), awaited);
    assertSame(write(() -> uploads().lock(awaited.id()).orElseThrow()), awaited);
    assertSame(stored(confirmed), confirmed);
    assertThat(stored(awaited).version()).isEqualTo(1);
  }

  @Test
  default void aChangeNotSavedIsNotSeen() {
    Subject subject = aSubject();
    Upload upload = onFile(anUpload(subject));
    upload.discard();
    run(
        () -> {
          uploads().find(upload.id()).orElseThrow().discard();
          uploads().lock(upload.id()).orElseThrow().discard();
          uploads().ofSubject(subject).forEach(Upload::discard);
        });

    assertThat(stored(upload).status()).isEqualTo(Upload.Status.AWAITED);
  }

  @Test
  default void aSavedChangeReplacesWhatWasStored() {
    Upload upload = onFile(anUpload());
    change(upload, one -> one.confirm(sent(one)));
    change(upload, Upload::discard);

    assertThat(stored(upload).status()).isEqualTo(Upload.Status.DISCARDED);
    assertThat(stored(upload).version()).isEqualTo(3);
  }

  @Test
  default void aSaveOnAStaleVersionIsRefusedAndChangesNothing() {
    Upload upload = onFile(anUpload());
    Upload mine = stored(upload);
    change(upload, one -> one.confirm(sent(one)));
    mine.discard();

    assertStale(() -> run(() -> uploads().save(mine)));
    assertStale(() -> run(() -> uploads().save(upload)));

    assertThat(stored(upload).status()).isEqualTo(Upload.Status.CONFIRMED);
  }

  @Test
  default void aFailedUnitOfWorkSavesNothing() {
    Upload upload = anUpload();

    assertThatThrownBy(
            () ->
                run(
                    () -> {
                      uploads().save(upload);
                      throw new UnsupportedOperationException("on purpose");
                    }))
        .isInstanceOf(UnsupportedOperationException.class);

    assertThat(write(() -> uploads().find(upload.id()))).isEmpty();
  }

  @Test
  default void uploadsForASubjectAreThoseThatAreNotOverNewestFirst() {
    Subject subject = aSubject();
    Upload older = onFile(anUpload(subject, NOW));
    Upload newer = anUpload(subject, NOW.plusSeconds(2));
    newer.confirm(sent(newer));
    onFile(newer);
    Upload middle = onFile(anUpload(subject, NOW.plusSeconds(1)));
    onFile(anUpload(new Subject("other_thing", subject.id())));
    onFile(anUpload());
    change(onFile(anUpload(subject)), Upload::discard);
    change(
        onFile(anUpload(subject)),
        one -> one.confirm(new StoredObject(one.wanted().key(), 1, one.wanted().mediaType(), NOW)));
    change(onFile(anUpload(subject)), one -> one.expire(one.expiresAt()));

    assertThat(write(() -> uploads().ofSubject(subject)))
        .extracting(Upload::id)
        .containsExactly(newer.id(), middle.id(), older.id());
  }

  @Test
  default void awaitedUploadsWhoseTimeIsOverComeOldestFirst() {
    Upload younger = onFile(anUpload(aSubject(), NOW.minusSeconds(86_400)));
    Upload older = onFile(anUpload(aSubject(), NOW.minusSeconds(86_500)));
    Upload inTime = onFile(anUpload(aSubject(), NOW.minusSeconds(86_399)));
    Upload sent = onFile(anUpload(aSubject(), NOW.minusSeconds(86_600)));
    change(sent, one -> one.confirm(sent(one)));

    List<FileId> expired = write(() -> uploads().expired(NOW, Integer.MAX_VALUE));

    assertThat(expired)
        .containsSubsequence(older.id(), younger.id())
        .doesNotContain(inTime.id(), sent.id());
    assertThat(write(() -> uploads().expired(NOW, 1))).isEqualTo(expired.subList(0, 1));
    for (Upload each : List.of(younger, older)) {
      change(each, one -> one.expire(NOW));
    }
    assertThat(write(() -> uploads().expired(NOW, Integer.MAX_VALUE)))
        .doesNotContain(older.id(), younger.id());
  }

  @Test
  default void ofThoseWhoConfirmUnderALockOneIsTheFirst() {
    Upload upload = onFile(anUpload(aSubject(), NOW.minus(Duration.ofDays(9))));

    assertThat(
            Race.of(
                6,
                () ->
                    write(
                        () -> {
                          Upload locked = uploads().lock(upload.id()).orElseThrow();
                          boolean expires = locked.expire(NOW);
                          uploads().save(locked);
                          return expires;
                        })))
        .containsOnlyOnce(true);
  }

  @Test
  default void nothingIsDoneOutsideAUnitOfWork() {
    Upload upload = anUpload();

    assertNeedsUnitOfWork(() -> uploads().find(upload.id()));
    assertNeedsUnitOfWork(() -> uploads().lock(upload.id()));
    assertNeedsUnitOfWork(() -> uploads().ofSubject(upload.subject()));
    assertNeedsUnitOfWork(() -> uploads().expired(NOW, 1));
    assertNeedsUnitOfWork(() -> uploads().save(upload));
  }

  private Upload onFile(Upload upload) {
    run(() -> uploads().save(upload));
    return upload;
  }

  private Upload stored(Upload of) {
    return write(() -> uploads().find(of.id()).orElseThrow());
  }

  private void change(Upload of, Consumer<Upload> change) {
    run(
        () -> {
          Upload upload = uploads().lock(of.id()).orElseThrow();
          change.accept(upload);
          uploads().save(upload);
        });
  }

  private static StoredObject sent(Upload upload) {
    return new StoredObject(
        upload.wanted().key(), upload.wanted().bytes(), upload.wanted().mediaType(), NOW);
  }

  private static void assertSame(Upload actual, Upload expected) {
    assertThat(actual.snapshot())
        .usingRecursiveComparison()
        .ignoringFields("version")
        .isEqualTo(expected.snapshot());
  }
}
