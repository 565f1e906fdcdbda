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
import dev.stagedoor.domain.auth.PersonName;
import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.kernel.Secret;
import java.util.Optional;

/** People who register with the sign-in that is on. */
abstract class RegistrationScene {
  static final Secret OTHER_PASSWORD = Secret.of("another good password");
  final InMemoryStagedoor house = new InMemoryStagedoor();
  final EmailAddress email = house.anAddress();

  SignedIn register(Secret password) {
    return house
        .stagedoor()
        .registrations()
        .register(
            NewAccount.of(
                email, password, PersonName.parse("Ada Lovelace"), Role.USER, Language.PT));
  }

  void assertOpensWith(Secret password) {
    assertThat(house.stagedoor().sessions().signIn(email, password).account().email())
        .isEqualTo(email.value());
  }

  void assertDoesNotOpenWith(Secret password) {
    assertRefused(AuthError.AUTH_001, () -> house.stagedoor().sessions().signIn(email, password));
  }

  void assertCanBeRepeatedAfterTheCrash() {
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

  RegistrationService.Invited invite() {
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
}
