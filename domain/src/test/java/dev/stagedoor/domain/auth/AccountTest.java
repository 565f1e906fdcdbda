package dev.stagedoor.domain.auth;

import static dev.stagedoor.domain.contract.RepositoryContract.assertRefused;
import static dev.stagedoor.domain.fixture.AccountBuilder.anAccount;
import static dev.stagedoor.domain.fixture.AccountBuilder.suspended;
import static dev.stagedoor.domain.fixture.Samples.aUserId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.kernel.ProviderRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AccountTest {
  private static final ProviderRef FIRST = ProviderRef.of("local", "first");
  private static final ProviderRef SECOND = ProviderRef.of("local", "second");
  private static final PersonName ADA = new PersonName("Ada", "Lovelace");

  @Test
  void aReservedAccountCannotActYet() {
    Account account = anAccount().build();

    assertThat(account.status()).isEqualTo(AccountStatus.REGISTERING);
    assertRefused(AuthError.INVALID_TOKEN, account::actor);
  }

  @ParameterizedTest
  @EnumSource
  void anActiveAccountActsInItsRole(Role role) {
    UserId id = aUserId();

    assertThat(anAccount().withId(id).being(role).active().build().actor())
        .isEqualTo(Actor.user(id, role));
  }

  @Test
  void ofTwoAttemptsOnlyTheLastCanBeCompleted() {
    Account account = anAccount().signingInAs(FIRST).build();
    account.retryWith(SECOND, ADA, Role.FUNERAL_DIRECTOR, Language.PT);

    assertRefused(AuthError.EMAIL_TAKEN, () -> account.activate(FIRST));
    assertRefused(AuthError.EMAIL_TAKEN, () -> account.invite(FIRST));
    assertThat(account.status()).isEqualTo(AccountStatus.REGISTERING);

    account.activate(SECOND);
    assertThat(account.status()).isEqualTo(AccountStatus.ACTIVE);
    assertThat(account.identity()).isEqualTo(SECOND);
    assertThat(account.role()).isEqualTo(Role.FUNERAL_DIRECTOR);
    assertThat(account.name()).isEqualTo(ADA);
    assertThat(account.language()).isEqualTo(Language.PT);
  }

  @Test
  void aCompletedRegistrationCannotBeTakenOver() {
    Account active = anAccount().signingInAs(FIRST).active().build();
    Account invited = anAccount().signingInAs(FIRST).invited().build();

    assertRefused(
        AuthError.EMAIL_TAKEN, () -> active.retryWith(SECOND, ADA, Role.ADMIN, Language.EN));
    assertRefused(
        AuthError.EMAIL_TAKEN, () -> invited.retryWith(SECOND, ADA, Role.ADMIN, Language.EN));
    assertThat(active.identity()).isEqualTo(FIRST);
    assertThat(active.role()).isEqualTo(Role.USER);
  }

  @Test
  void aRegistrationIsCompletedOnce() {
    Account account = anAccount().signingInAs(FIRST).active().build();

    assertRefused(AuthError.EMAIL_TAKEN, () -> account.activate(FIRST));
    assertRefused(AuthError.EMAIL_TAKEN, () -> account.invite(FIRST));
    assertThat(account.status()).isEqualTo(AccountStatus.ACTIVE);
  }

  @Test
  void anInvitedAccountActsOnceItHasAPassword() {
    Account account = anAccount().invited().build();
    assertRefused(AuthError.INVALID_TOKEN, account::actor);

    account.acceptInvitation();
    account.acceptInvitation();
    assertThat(account.actor().isSignedIn()).isTrue();
  }

  @Test
  void aSuspendedAccountMayNotAct() {
    Account account = suspended(anAccount().active().build());

    assertRefused(AuthError.ACCOUNT_SUSPENDED, account::actor);
    assertRefused(AuthError.ACCOUNT_SUSPENDED, account::acceptInvitation);
    assertRefused(AuthError.ACCOUNT_SUSPENDED, account::mustNotBeSuspended);
  }

  @Test
  void aSuspendedAccountResumesAsWhatItWas() {
    Account invited = anAccount().invited().build();
    Account active = anAccount().active().build();
    for (Account account : new Account[] {invited, active}) {
      account.suspend();
      account.suspend();
      assertThat(account.status()).isEqualTo(AccountStatus.SUSPENDED);
      account.resume();
      account.resume();
    }

    assertThat(invited.status()).isEqualTo(AccountStatus.INVITED);
    assertRefused(AuthError.INVALID_TOKEN, invited::actor);
    assertThat(active.status()).isEqualTo(AccountStatus.ACTIVE);

    invited.acceptInvitation();
    invited.suspend();
    invited.resume();
    assertThat(invited.status()).isEqualTo(AccountStatus.ACTIVE);
  }

  @Test
  void aChangedRoleHoldsFromTheNextCallOn() {
    Account account = anAccount().active().build();
    account.changeRole(Role.ADMIN);

    assertThat(account.actor().isAdmin()).isTrue();
  }
}
