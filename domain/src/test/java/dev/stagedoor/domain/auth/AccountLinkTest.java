package dev.stagedoor.domain.auth;

import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.Samples.aUserId;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountLinkTest {
  @ParameterizedTest
  @CsvSource({"INVITATION,P7D", "PASSWORD_RESET,PT1H"})
  void livesAsLongAsItsPurposeAllows(AccountLink.Purpose purpose, Duration life) {
    AccountLink link = AccountLink.issue(UUID.randomUUID(), aUserId(), purpose, "hash", NOW);

    assertThat(link.createdAt()).isEqualTo(NOW);
    assertThat(link.expiresAt()).isEqualTo(NOW.plus(life));
  }
}
