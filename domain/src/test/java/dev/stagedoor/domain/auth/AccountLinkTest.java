package dev.stagedoor.domain.auth;

import static dev.stagedoor.domain.auth.AccountLink.Purpose.INVITATION;
import static dev.stagedoor.domain.auth.AccountLink.Purpose.PASSWORD_RESET;
import static dev.stagedoor.domain.fixture.IdentitySamples.aLink;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.Samples.aUserId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.kernel.DomainException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountLinkTest {
  private static final UUID FIRST = new UUID(0, 1);
  private static final UUID SECOND = new UUID(0, 2);
  private static final Instant LEASE_OVER = NOW.plus(AccountLink.LEASE);

  private final AccountLink link = aLink(aUserId(), INVITATION);
  private final AccountLink taken = link.takenBy(FIRST, INVITATION, NOW);

  private static void assertRefused(AuthError code, ThrowingCallable attempt) {
    assertThatThrownBy(attempt)
        .isInstanceOfSatisfying(
            DomainException.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }

  @ParameterizedTest
  @CsvSource({"INVITATION,P7D", "PASSWORD_RESET,PT1H"})
  void livesAsLongAsItsPurposeAllows(AccountLink.Purpose purpose, Duration life) {
    AccountLink issued = AccountLink.issue(UUID.randomUUID(), aUserId(), purpose, "hash", NOW);

    assertThat(issued.createdAt()).isEqualTo(NOW);
    assertThat(issued.expiresAt()).isEqualTo(NOW.plus(life));
  }

  @Test
  void isTakenUntilItsTimeIsOver() {
    Instant last = link.expiresAt().minusMillis(1);

    assertThat(link.takenBy(FIRST, INVITATION, last).attempt()).isPresent();
    assertRefused(
        AuthError.LINK_NOT_VALID, () -> link.takenBy(FIRST, INVITATION, link.expiresAt()));
  }

  @Test
  void isTakenForItsOwnPurposeOnly() {
    assertRefused(AuthError.LINK_NOT_VALID, () -> link.takenBy(FIRST, PASSWORD_RESET, NOW));
  }

  @Test
  void isHeldByOneAttemptAtATime() {
    assertRefused(AuthError.LINK_IN_USE, () -> taken.takenBy(SECOND, INVITATION, NOW));
    assertRefused(
        AuthError.LINK_IN_USE, () -> taken.takenBy(SECOND, INVITATION, LEASE_OVER.minusMillis(1)));
    assertThat(taken.takenBy(SECOND, INVITATION, LEASE_OVER).attempt())
        .contains(new AccountLink.Attempt(SECOND, LEASE_OVER.plus(AccountLink.LEASE)));
  }

  @Test
  void isUsedOnceByWhoeverHoldsIt() {
    AccountLink used = taken.usedBy(FIRST, NOW);

    assertThat(used.usedAt()).contains(NOW);
    assertRefused(AuthError.LINK_NOT_VALID, () -> used.takenBy(SECOND, INVITATION, LEASE_OVER));
    assertRefused(AuthError.LINK_NOT_VALID, () -> used.usedBy(FIRST, NOW));
    assertRefused(AuthError.LINK_NOT_VALID, () -> link.usedBy(FIRST, NOW));
  }

  @Test
  void anAttemptThatTookTooLongStillCountsUnlessItWasOvertaken() {
    AccountLink overtaken = taken.takenBy(SECOND, INVITATION, LEASE_OVER);

    assertThat(taken.usedBy(FIRST, LEASE_OVER).usedAt()).contains(LEASE_OVER);
    assertRefused(AuthError.LINK_NOT_VALID, () -> overtaken.usedBy(FIRST, LEASE_OVER));
    assertThat(overtaken.usedBy(SECOND, LEASE_OVER).usedAt()).contains(LEASE_OVER);
  }

  @Test
  void isGivenBackByWhoeverHoldsItOnly() {
    assertThat(taken.givenBackBy(SECOND)).isEqualTo(taken);
    assertThat(taken.givenBackBy(FIRST)).isEqualTo(link);
  }
}
