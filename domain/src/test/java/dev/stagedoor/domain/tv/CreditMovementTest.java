package dev.stagedoor.domain.tv;

import static dev.stagedoor.domain.contract.RepositoryContract.assertRefused;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.Samples.aUserId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.fixture.ResellerSamples;
import dev.stagedoor.domain.kernel.CommonError;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreditMovementTest {
  private static CreditMovement of(long amount, String description) {
    return new CreditMovement(
        ResellerSamples.aCreditEntryId(),
        aUserId(),
        CreditKind.GRANT,
        amount,
        description,
        Optional.empty(),
        Optional.empty(),
        NOW);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, CreditMovement.MOST + 1, -CreditMovement.MOST - 1, Long.MAX_VALUE})
  void whatIsNothingOrTooMuchIsRefused(long amount) {
    assertRefused(CommonError.INVALID_VALUE, () -> of(amount, ""));
  }

  @Test
  void theSmallestNumberOfAllIsRefused() {
    assertRefused(CommonError.INVALID_VALUE, () -> of(Long.MIN_VALUE, ""));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, -1, CreditMovement.MOST, -CreditMovement.MOST})
  void anythingElseCanBeMoved(long amount) {
    assertThat(of(amount, "").amount()).isEqualTo(amount);
  }

  @Test
  void aDescriptionIsStrippedAndNotTooLong() {
    assertThat(of(1, "  for May \n").description()).isEqualTo("for May");
    assertThat(of(1, "d".repeat(300)).description()).hasSize(300);
    assertRefused(CommonError.INVALID_VALUE, () -> of(1, "d".repeat(301)));
  }

  @Test
  void onlyAMonthOfAClientMayCostNothing() {
    for (CreditKind kind : CreditKind.values()) {
      if (kind == CreditKind.CLIENT_CREATED || kind == CreditKind.CLIENT_RENEWED) {
        assertThat(ResellerSamples.aMovement(aUserId(), kind, 0, NOW).amount()).isZero();
      } else {
        assertRefused(
            CommonError.INVALID_VALUE, () -> ResellerSamples.aMovement(aUserId(), kind, 0, NOW));
      }
    }
  }
}
