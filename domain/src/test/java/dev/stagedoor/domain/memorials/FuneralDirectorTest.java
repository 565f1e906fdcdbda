package dev.stagedoor.domain.memorials;

import static dev.stagedoor.domain.contract.RepositoryContract.assertRefused;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.Samples.aDirector;
import static dev.stagedoor.domain.fixture.Samples.aUserId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.DomainException;
import org.junit.jupiter.api.Test;

class FuneralDirectorTest {
  @Test
  void mayMakeMemorialsOnlyWhenApproved() {
    FuneralDirector director = aDirector();

    assertRefused(MemorialError.DIRECTOR_NOT_APPROVED, director::mustBeApproved);
    assertRefused(
        MemorialError.DIRECTOR_NOT_APPROVED,
        () -> director.decided(FuneralDirector.Status.REJECTED).mustBeApproved());
    director.decided(FuneralDirector.Status.APPROVED).mustBeApproved();
  }

  @Test
  void aDecisionChangesNothingElse() {
    FuneralDirector director = aDirector();
    FuneralDirector approved = director.decided(FuneralDirector.Status.APPROVED);

    assertThat(approved.decided(FuneralDirector.Status.PENDING)).isEqualTo(director);
  }

  @Test
  void hasACompany() {
    assertThat(FuneralDirector.register(aUserId(), " Graham ", " ", NOW).company())
        .isEqualTo("Graham");
    assertRefused(
        CommonError.INVALID_VALUE, () -> FuneralDirector.register(aUserId(), " ", "", NOW));
    assertRefused(
        CommonError.INVALID_VALUE,
        () -> FuneralDirector.register(aUserId(), "c".repeat(201), "", NOW));
  }

  @Test
  void aTooLongNumberIsBlamedOnThePhone() {
    assertThatThrownBy(() -> FuneralDirector.register(aUserId(), "Graham", "5".repeat(41), NOW))
        .isInstanceOfSatisfying(
            DomainException.class,
            refused -> assertThat(refused.facts()).containsEntry("field", "phone"));
  }
}
