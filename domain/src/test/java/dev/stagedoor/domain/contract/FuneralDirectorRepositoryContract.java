package dev.stagedoor.domain.contract;

import static dev.stagedoor.domain.contract.RepositoryContract.assertNeedsUnitOfWork;
import static dev.stagedoor.domain.fixture.Samples.aDirector;
import static dev.stagedoor.domain.fixture.Samples.aUserId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.memorials.FuneralDirector;
import dev.stagedoor.domain.memorials.port.FuneralDirectorRepository;
import org.junit.jupiter.api.Test;

/** What every store of funeral directors must do. */
public interface FuneralDirectorRepositoryContract extends RepositoryContract {
  FuneralDirectorRepository directors();

  @Test
  default void anUnknownDirectorIsAbsent() {
    UserId unknown = aUserId();

    assertThat(write(() -> directors().find(unknown))).isEmpty();
    assertThat(write(() -> directors().lock(unknown))).isEmpty();
  }

  @Test
  default void aDirectorComesBackAsSaved() {
    FuneralDirector saved = onFile(aDirector(anAccountOnFile()));

    assertThat(write(() -> directors().find(saved.user()))).contains(saved);
    assertThat(write(() -> directors().lock(saved.user()))).contains(saved);
  }

  @Test
  default void aSavedChangeReplacesWhatWasStored() {
    FuneralDirector saved = onFile(aDirector(anAccountOnFile()));
    for (FuneralDirector.Status status : FuneralDirector.Status.values()) {
      FuneralDirector decided = onFile(saved.decided(status));

      assertThat(write(() -> directors().find(saved.user()))).contains(decided);
    }
  }

  @Test
  default void otherDirectorsStayAsTheyAre() {
    FuneralDirector other = onFile(aDirector(anAccountOnFile()));
    onFile(aDirector(anAccountOnFile()).decided(FuneralDirector.Status.APPROVED));

    assertThat(write(() -> directors().find(other.user()))).contains(other);
  }

  @Test
  default void aFailedUnitOfWorkSavesNothing() {
    FuneralDirector director = aDirector(anAccountOnFile());

    assertThatThrownBy(
            () ->
                run(
                    () -> {
                      directors().save(director);
                      throw new UnsupportedOperationException("on purpose");
                    }))
        .isInstanceOf(UnsupportedOperationException.class);

    assertThat(write(() -> directors().find(director.user()))).isEmpty();
  }

  @Test
  default void nothingIsDoneOutsideAUnitOfWork() {
    FuneralDirector director = aDirector(anAccountOnFile());

    assertNeedsUnitOfWork(() -> directors().find(director.user()));
    assertNeedsUnitOfWork(() -> directors().lock(director.user()));
    assertNeedsUnitOfWork(() -> directors().save(director));
  }

  private FuneralDirector onFile(FuneralDirector director) {
    run(() -> directors().save(director));
    return director;
  }
}
