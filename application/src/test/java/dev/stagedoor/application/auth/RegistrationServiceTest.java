package dev.stagedoor.application.auth;

import static dev.stagedoor.application.fake.InMemoryStagedoor.PASSWORD;
import static dev.stagedoor.application.fake.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.auth.Account;
import dev.stagedoor.domain.auth.AccountStatus;
import dev.stagedoor.domain.auth.AuthError;
import dev.stagedoor.domain.auth.NewIdentity;
import dev.stagedoor.domain.auth.PersonName;
import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.Secret;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who registers, alone and once. */
class RegistrationServiceTest extends RegistrationScene {
  @Test
  void whoRegistersIsSignedIn() {
    SignedIn signedIn = register(PASSWORD);

    assertThat(signedIn.account().displayName()).isEqualTo("Ada Lovelace");
    assertThat(signedIn.account().language()).isEqualTo("pt");
    assertThat(house.stagedoor().sessions().byToken(signedIn.tokens().accessToken()).userId())
        .extracting(id -> id.value())
        .isEqualTo(signedIn.account().id());
    assertOpensWith(PASSWORD);
  }

  @Test
  void aTakenAddressIsRefusedAndItsPasswordStays() {
    register(PASSWORD);

    assertRefused(AuthError.EMAIL_TAKEN, () -> register(OTHER_PASSWORD));

    assertOpensWith(PASSWORD);
    assertDoesNotOpenWith(OTHER_PASSWORD);
  }

  @Test
  void aShortPasswordIsRefusedBeforeAnythingIsKept() {
    assertRefused(CommonError.INVALID_VALUE, () -> register(Secret.of("short")));

    assertThat(house.accountOf(email)).isEmpty();
  }

  @Test
  void aProviderThatIsDownLeavesTheAddressFreeForTheNextAttempt() {
    house.identities().failWith(ProviderException.Kind.UNAVAILABLE);
    assertThatThrownBy(() -> register(PASSWORD)).isInstanceOf(ProviderException.class);
    house.identities().recover();

    register(OTHER_PASSWORD);

    assertOpensWith(OTHER_PASSWORD);
  }

  @Test
  void anAttemptThatDiedBeforeItsIdentityWasMadeCanBeRepeated() {
    house.wire().before("Identities.create", house::crash);

    assertCanBeRepeatedAfterTheCrash();
  }

  @Test
  void anAttemptThatDiedAfterItsIdentityWasMadeCanBeRepeated() {
    house.wire().after("Identities.create", house::crash);

    assertCanBeRepeatedAfterTheCrash();
  }

  @Test
  void anAttemptThatDiedBeforeItsAccountWasCompletedCanBeRepeated() {
    house.wire().after("Claims.set", house::crash);

    assertCanBeRepeatedAfterTheCrash();
  }

  @Test
  void theLastOfManyAttemptsWinsHoweverManySlowOnesMakeTheirIdentitiesMeanwhile() {
    house.wire().before("Identities.create", () -> slowAttemptMakesItsIdentity(3));

    register(OTHER_PASSWORD);

    assertOpensWith(OTHER_PASSWORD);
    assertDoesNotOpenWith(PASSWORD);
  }

  /** One that was overtaken makes its identity now, and another one when that is taken away. */
  private void slowAttemptMakesItsIdentity(int attempts) {
    var unused =
        house
            .identities()
            .provider()
            .identities()
            .create(
                new NewIdentity(
                    "sd-" + house.accountOf(email).orElseThrow().id().value() + "-" + attempts,
                    email,
                    "Ada",
                    Optional.of(PASSWORD)));
    if (attempts > 1) {
      house.wire().after("Identities.delete", () -> slowAttemptMakesItsIdentity(attempts - 1));
    }
  }

  @Test
  void anAttemptThatIsOvertakenTakesNothingAwayFromOthers() {
    house.wire().before("Identities.create", () -> slowAttemptMakesItsIdentity(1));
    house.wire().after("Identities.create", () -> assertThat(register(OTHER_PASSWORD)).isNotNull());

    assertRefused(AuthError.EMAIL_TAKEN, () -> register(PASSWORD));

    assertOpensWith(OTHER_PASSWORD);
    assertDoesNotOpenWith(PASSWORD);
  }

  @Test
  void theLanguageOfTheLastAttemptCounts() {
    house.identities().failWith(ProviderException.Kind.UNAVAILABLE);
    assertThatThrownBy(() -> register(PASSWORD)).isInstanceOf(ProviderException.class);
    house.identities().recover();

    SignedIn signedIn =
        house
            .stagedoor()
            .registrations()
            .register(
                NewAccount.of(email, PASSWORD, PersonName.parse("Ada"), Role.USER, Language.AR));

    assertThat(signedIn.account().language()).isEqualTo("ar");
  }

  private EmailAddress enroll(Runnable alongside) {
    return house
        .stagedoor()
        .registrations()
        .enroll(
            NewAccount.of(email, PASSWORD, PersonName.parse("Ada"), Role.USER, Language.EN),
            account -> {
              alongside.run();
              return account.email();
            });
  }

  @Test
  void whoIsEnrolledBySomebodyElseSignsInWithThePasswordThatWasChosen() {
    long signedIn = house.wire().count("SignIn.withPassword");

    assertThat(enroll(() -> assertThat(house.unitOfWork().isOpen()).isTrue())).isEqualTo(email);

    assertThat(house.wire().count("SignIn.withPassword")).isEqualTo(signedIn);
    assertOpensWith(PASSWORD);
  }

  @Test
  void whoeverFailsAlongsideLeavesTheAddressFree() {
    assertThatThrownBy(
            () ->
                enroll(
                    () -> {
                      throw new IllegalStateException("on purpose");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(house.accountOf(email))
        .get()
        .extracting(Account::status)
        .isEqualTo(AccountStatus.REGISTERING);

    register(OTHER_PASSWORD);

    assertOpensWith(OTHER_PASSWORD);
    assertDoesNotOpenWith(PASSWORD);
  }

  private void refuseAlongside() {
    assertRefused(
        CommonError.NOT_ALLOWED,
        () ->
            enroll(
                () -> {
                  throw DomainException.notAllowed();
                }));
  }

  private boolean isIdentityKept() {
    Account reserved = house.accountOf(email).orElseThrow();
    assertThat(reserved.status()).isEqualTo(AccountStatus.REGISTERING);
    return house.identities().knows(reserved.identity().value());
  }

  @Test
  void whoIsRefusedAlongsideLeavesNoIdentityBehind() {
    refuseAlongside();

    assertThat(isIdentityKept()).isFalse();
    assertDoesNotOpenWith(PASSWORD);
    register(OTHER_PASSWORD);
    assertOpensWith(OTHER_PASSWORD);
  }

  @Test
  void aRefusalIsToldAlsoWhereTheIdentityCannotBeRemoved() {
    house
        .wire()
        .before(
            "Identities.delete",
            () -> house.identities().failWith(ProviderException.Kind.UNAVAILABLE));

    refuseAlongside();

    assertThat(isIdentityKept()).isTrue();
    house.identities().recover();
    register(OTHER_PASSWORD);
    assertOpensWith(OTHER_PASSWORD);
    assertDoesNotOpenWith(PASSWORD);
  }

  @Test
  void theFirstAdminIsMadeOnceAndKeepsTheirPassword() {
    house.stagedoor().prepare();

    assertThat(house.admin().actor().isAdmin()).isTrue();
    assertThat(house.identities().claimsIn(house.admin().token()).isAdmin()).isTrue();
  }

  @Test
  void anExistingAccountUnderTheAdminsAddressGetsTheRoleAndOnlyTheConfiguredPassword() {
    register(PASSWORD);

    house
        .stagedoor()
        .registrations()
        .ensureAdmin(
            NewAccount.of(
                email, OTHER_PASSWORD, PersonName.parse("Admin"), Role.ADMIN, Language.EN));

    SessionService sessions = house.stagedoor().sessions();
    assertThat(sessions.signIn(email, OTHER_PASSWORD).actor().isAdmin()).isTrue();
    assertThatThrownBy(() -> sessions.signIn(email, PASSWORD))
        .isInstanceOf(DomainException.class)
        .hasMessageContaining("AUTH_001");
  }

  @Test
  void anInvitedAccountUnderTheAdminsAddressIsOpenedByTheConfiguredPassword() {
    invite();

    house
        .stagedoor()
        .registrations()
        .ensureAdmin(
            NewAccount.of(
                email, OTHER_PASSWORD, PersonName.parse("Admin"), Role.ADMIN, Language.EN));

    assertThat(house.stagedoor().sessions().signIn(email, OTHER_PASSWORD).actor().isAdmin())
        .isTrue();
  }
}
