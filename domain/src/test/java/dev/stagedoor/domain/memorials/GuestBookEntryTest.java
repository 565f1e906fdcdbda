package dev.stagedoor.domain.memorials;

import static dev.stagedoor.domain.contract.RepositoryContract.assertRefused;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.Samples.aGuestBookEntry;
import static dev.stagedoor.domain.fixture.Samples.aMemorialId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.kernel.CommonError;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GuestBookEntryTest {
  private static GuestBookEntry written(String name, String message) {
    return GuestBookEntry.write(
        new GuestBookEntryId(UUID.randomUUID()), aMemorialId(), name, message, NOW);
  }

  @Test
  void isHeldForModeration() {
    assertThat(aGuestBookEntry().status()).isEqualTo(GuestBookEntry.Status.PENDING);
  }

  @Test
  void moderationChangesNothingElse() {
    GuestBookEntry entry = aGuestBookEntry();

    assertThat(entry.moderated(GuestBookEntry.Status.APPROVED).status())
        .isEqualTo(GuestBookEntry.Status.APPROVED);
    assertThat(
            entry.moderated(GuestBookEntry.Status.HIDDEN).moderated(GuestBookEntry.Status.PENDING))
        .isEqualTo(entry);
  }

  @Test
  void isTrimmedAndLimited() {
    assertThat(written(" Grace ", "\nWe miss you. ").name()).isEqualTo("Grace");
    assertThat(written(" Grace ", "\nWe miss you. ").message()).isEqualTo("We miss you.");
    assertThat(written("n".repeat(100), "m".repeat(2000)).message()).hasSize(2000);
    assertRefused(CommonError.INVALID_VALUE, () -> written(" ", "m"));
    assertRefused(CommonError.INVALID_VALUE, () -> written("n", " "));
    assertRefused(CommonError.INVALID_VALUE, () -> written("n".repeat(101), "m"));
    assertRefused(CommonError.INVALID_VALUE, () -> written("n", "m".repeat(2001)));
  }

  @ParameterizedTest
  @EnumSource
  void aStatusIsReadByItsCode(GuestBookEntry.Status status) {
    assertThat(GuestBookEntry.Status.parse(status.code())).isEqualTo(status);
  }

  @Test
  void anythingElseIsNoStatus() {
    assertRefused(CommonError.INVALID_VALUE, () -> GuestBookEntry.Status.parse("deleted"));
  }
}
