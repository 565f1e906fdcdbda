package dev.stagedoor.application.auth;

import static dev.stagedoor.application.fake.InMemoryStagedoor.PASSWORD;
import static dev.stagedoor.application.fake.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.application.fake.InMemoryUnitOfWork;
import dev.stagedoor.domain.auth.Account;
import dev.stagedoor.domain.auth.AccountStatus;
import dev.stagedoor.domain.auth.AuthError;
import dev.stagedoor.domain.auth.IdentityClaims;
import dev.stagedoor.domain.auth.IdentityOutcome;
import dev.stagedoor.domain.auth.NewIdentity;
import dev.stagedoor.domain.auth.PersonName;
import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RegistrationServiceTest {
  private static final Secret OTHER_PASSWORD = Secret.of("another good password");

  private final InMemoryStagedoor house = new InMemoryStagedoor();
  private final EmailAddress email = house.anAddress();

  private SignedIn register(Secret password) {
    return house
        .stagedoor()
        .registrations()
        .register(
            NewAccount.of(
                email, password, PersonName.parse("Ada Lovelace"), Role.USER, Language.PT));
  }

  private void assertOpensWith(Secret password) {
    assertThat(house.stagedoor().sessions().signIn(email, password).account().email())
        .isEqualTo(email.value());
  }

  private void assertDoesNotOpenWith(Secret password) {
    assertRefused(AuthError.AUTH_001, () -> house.stagedoor().sessions().signIn(email, password));
  }

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

  private void assertCanBeRepeatedAfterTheCrash() {
    assertThatThrownBy(() -> register(PASSWORD)).isInstanceOf(InMemoryUnitOfWork.Crash.class);
    house.restart();
    assertThat(house.accountOf(email))
        .get()
        .extracting(Account::status)
        .isEqualTo(AccountStatus.REGISTERING);

    register(OTHER_PASSWORD);

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
  void anAttemptThatDiedBeforeItsHolderWasSignedInCanBeRepeated() {
    house.wire().before("SignIn.withPassword", house::crash);

    assertCanBeRepeatedAfterTheCrash();
  }

  @Test
  void anAttemptWhoseHolderCouldNotBeSignedInCanBeRepeated() {
    house
        .wire()
        .before(
            "SignIn.withPassword",
            () -> house.identities().failWith(ProviderException.Kind.UNAVAILABLE));
    assertThatThrownBy(() -> register(PASSWORD)).isInstanceOf(ProviderException.class);
    house.identities().recover();

    assertThat(register(PASSWORD).account().email()).isEqualTo(email.value());
    assertRefused(AuthError.EMAIL_TAKEN, () -> register(OTHER_PASSWORD));
  }

  @Test
  void anIdentityThatAnotherInstallationMadeIsLeftAlone() {
    String account = UUID.randomUUID().toString();
    for (String subject : List.of("sd-" + account, "sd-" + account + "-" + UUID.randomUUID())) {
      EmailAddress theirs = house.anAddress();
      IdentityOutcome unused =
          house
              .identities()
              .provider()
              .identities()
              .create(new NewIdentity(subject, theirs, "Ada", Optional.of(PASSWORD)));

      assertRefused(AuthError.EMAIL_TAKEN, () -> attempt(theirs, OTHER_PASSWORD));

      assertThat(house.identities().knows(subject)).isTrue();
    }
  }

  @Test
  void ofTwoAttemptsAtOnceTheOneThatReservedLastGetsTheAccount() {
    for (String moment : List.of("Identities.create", "Claims.set", "SignIn.withPassword")) {
      assertOneOfTwoGetsIn(moment, true);
      assertOneOfTwoGetsIn(moment, false);
    }
  }

  /** The second attempt runs from beginning to end while the first one waits at that moment. */
  private void assertOneOfTwoGetsIn(String moment, boolean beforeIt) {
    EmailAddress contested = house.anAddress();
    List<SignedIn> in = new ArrayList<>();
    Runnable second = () -> in.add(attempt(contested, OTHER_PASSWORD));
    if (beforeIt) {
      house.wire().before(moment, second);
    } else {
      house.wire().after(moment, second);
    }

    assertThatThrownBy(() -> attempt(contested, PASSWORD))
        .as("the attempt that waited at %s", moment)
        .isInstanceOfSatisfying(
            DomainException.class,
            refused -> assertThat(refused.code()).isEqualTo(AuthError.EMAIL_TAKEN));

    assertThat(in).hasSize(1);
    assertThat(house.stagedoor().sessions().signIn(contested, OTHER_PASSWORD).account().id())
        .isEqualTo(in.get(0).account().id());
    assertRefused(
        AuthError.AUTH_001, () -> house.stagedoor().sessions().signIn(contested, PASSWORD));
  }

  private SignedIn attempt(EmailAddress contested, Secret password) {
    return house
        .stagedoor()
        .registrations()
        .register(
            NewAccount.of(contested, password, PersonName.parse("Ada"), Role.USER, Language.EN));
  }

  @Test
  void anIdentityThatAnOvertakenAttemptLeftBehindDoesNotBlockTheAddress() {
    // The first attempt reserves, is overtaken by one that dies at once, and makes its identity.
    house
        .wire()
        .before(
            "Identities.create",
            () -> {
              house.wire().before("Identities.create", house::crash);
              assertThatThrownBy(() -> register(OTHER_PASSWORD))
                  .isInstanceOf(InMemoryUnitOfWork.Crash.class);
              house.restart();
            });
    assertRefused(AuthError.EMAIL_TAKEN, () -> register(PASSWORD));

    register(OTHER_PASSWORD);

    assertOpensWith(OTHER_PASSWORD);
  }

  private RegistrationService.Invited invite() {
    return house
        .stagedoor()
        .registrations()
        .invite(
            new NewAccount(
                email,
                Optional.empty(),
                PersonName.parse("Ada"),
                Role.USER,
                IdentityClaims.family(),
                Language.EN),
            invited -> invited);
  }

  @Test
  void whoRegistersWhileBeingInvitedNeedsNoInvitation() {
    house.wire().before("Identities.create", () -> register(PASSWORD));

    RegistrationService.Invited invited = invite();

    assertThat(invited.needsInvitation()).isFalse();
    assertThat(invited.account().status()).isEqualTo(AccountStatus.ACTIVE);
    assertOpensWith(PASSWORD);
  }

  @Test
  void whoRegistersAtTheLastMomentOfAnInvitationNeedsNone() {
    house.wire().after("Claims.set", () -> register(PASSWORD));

    assertThat(invite().needsInvitation()).isFalse();

    assertOpensWith(PASSWORD);
  }

  @Test
  void anInvitationThatIsOvertakenByAnUnfinishedSignUpCanBeRepeated() {
    house
        .wire()
        .before(
            "Identities.create",
            () -> {
              house.wire().before("Identities.create", house::crash);
              assertThatThrownBy(() -> register(PASSWORD))
                  .isInstanceOf(InMemoryUnitOfWork.Crash.class);
              house.restart();
            });
    assertRefused(AuthError.EMAIL_TAKEN, this::invite);

    assertThat(invite().needsInvitation()).isTrue();
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
