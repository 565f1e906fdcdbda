package dev.stagedoor.application.auth;

import static dev.stagedoor.application.fake.InMemoryStagedoor.PASSWORD;
import static dev.stagedoor.application.fake.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.application.fake.InMemoryUnitOfWork;
import dev.stagedoor.domain.auth.AccountStatus;
import dev.stagedoor.domain.auth.AuthError;
import dev.stagedoor.domain.auth.IdentityOutcome;
import dev.stagedoor.domain.auth.NewIdentity;
import dev.stagedoor.domain.auth.PersonName;
import dev.stagedoor.domain.auth.Role;
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

/** Registrations that died, were overtaken or met an invitation. */
class ContestedRegistrationTest extends RegistrationScene {
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
}
