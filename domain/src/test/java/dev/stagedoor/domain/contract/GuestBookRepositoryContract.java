package dev.stagedoor.domain.contract;

import static dev.stagedoor.domain.contract.RepositoryContract.assertNeedsUnitOfWork;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.Samples.aGuestBookEntry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.memorials.GuestBookEntry;
import dev.stagedoor.domain.memorials.GuestBookEntryId;
import dev.stagedoor.domain.memorials.MemorialId;
import dev.stagedoor.domain.memorials.port.GuestBookRepository;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every store of guest book entries must do. */
public interface GuestBookRepositoryContract extends RepositoryContract {
  GuestBookRepository guestBook();

  @Test
  default void anUnknownEntryIsAbsent() {
    GuestBookEntryId unknown = new GuestBookEntryId(UUID.randomUUID());

    assertThat(write(() -> guestBook().lock(unknown))).isEmpty();
  }

  @Test
  default void anEntryComesBackAsSaved() {
    GuestBookEntry saved =
        onFile(
            GuestBookEntry.write(
                new GuestBookEntryId(UUID.randomUUID()),
                aMemorialOnFile(),
                "Zoë 'Z' \"Zed\"",
                "two\nlines \\ नमस्ते مرحبا",
                NOW));

    assertThat(write(() -> guestBook().lock(saved.id()))).contains(saved);
  }

  @Test
  default void aSavedChangeReplacesWhatWasStored() {
    GuestBookEntry saved = onFile(aGuestBookEntry(aMemorialOnFile()));
    for (GuestBookEntry.Status status : GuestBookEntry.Status.values()) {
      GuestBookEntry moderated = onFile(saved.moderated(status));

      assertThat(write(() -> guestBook().lock(saved.id()))).contains(moderated);
    }
  }

  @Test
  default void aDeletedEntryIsAbsentAndOthersStay() {
    MemorialId memorial = aMemorialOnFile();
    GuestBookEntry deleted = onFile(aGuestBookEntry(memorial));
    GuestBookEntry other = onFile(aGuestBookEntry(memorial));
    run(() -> guestBook().delete(deleted.id()));

    assertThat(write(() -> guestBook().lock(deleted.id()))).isEmpty();
    assertThat(write(() -> guestBook().lock(other.id()))).contains(other);
  }

  @Test
  default void deletingNothingDoesNothing() {
    GuestBookEntry entry = onFile(aGuestBookEntry(aMemorialOnFile()));
    run(() -> guestBook().delete(entry.id()));
    run(() -> guestBook().delete(entry.id()));

    assertThat(write(() -> guestBook().lock(entry.id()))).isEmpty();
  }

  @Test
  default void aFailedUnitOfWorkSavesAndDeletesNothing() {
    MemorialId memorial = aMemorialOnFile();
    GuestBookEntry kept = onFile(aGuestBookEntry(memorial));
    GuestBookEntry added = aGuestBookEntry(memorial);

    assertThatThrownBy(
            () ->
                run(
                    () -> {
                      guestBook().save(added);
                      guestBook().delete(kept.id());
                      throw new UnsupportedOperationException("on purpose");
                    }))
        .isInstanceOf(UnsupportedOperationException.class);

    assertThat(write(() -> guestBook().lock(added.id()))).isEmpty();
    assertThat(write(() -> guestBook().lock(kept.id()))).contains(kept);
  }

  @Test
  default void nothingIsDoneOutsideAUnitOfWork() {
    GuestBookEntry entry = aGuestBookEntry(aMemorialOnFile());

    assertNeedsUnitOfWork(() -> guestBook().lock(entry.id()));
    assertNeedsUnitOfWork(() -> guestBook().save(entry));
    assertNeedsUnitOfWork(() -> guestBook().delete(entry.id()));
  }

  private GuestBookEntry onFile(GuestBookEntry entry) {
    run(() -> guestBook().save(entry));
    return entry;
  }
}
