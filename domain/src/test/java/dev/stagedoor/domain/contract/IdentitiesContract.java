package dev.stagedoor.domain.contract;

import static dev.stagedoor.domain.contract.AuthSteps.anIdentityAt;
import static dev.stagedoor.domain.contract.AuthSteps.assertInvalid;
import static dev.stagedoor.domain.contract.AuthSteps.assertRefused;
import static dev.stagedoor.domain.contract.AuthSteps.assertValid;
import static dev.stagedoor.domain.contract.AuthSteps.madeAt;
import static dev.stagedoor.domain.contract.AuthSteps.refOf;
import static dev.stagedoor.domain.contract.AuthSteps.signedIn;
import static dev.stagedoor.domain.fixture.IdentitySamples.PASSWORD;
import static dev.stagedoor.domain.fixture.IdentitySamples.aSubjectName;
import static dev.stagedoor.domain.fixture.IdentitySamples.anIdentityWithoutPassword;
import static dev.stagedoor.domain.fixture.Samples.anEmail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.auth.AuthProvider;
import dev.stagedoor.domain.auth.IdentityOutcome;
import dev.stagedoor.domain.auth.NewIdentity;
import dev.stagedoor.domain.auth.SignedInTokens;
import dev.stagedoor.domain.auth.port.Identities;
import dev.stagedoor.domain.fixture.Race;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link Identities} must do; {@link RealAuthContract} has the rest. */
public interface IdentitiesContract extends AuthContract {
  Secret OTHER_PASSWORD = Secret.of("staple staple staple");

  private Identities identities() {
    return provider().identities();
  }

  @Test
  default void anIdentityIsMadeUnderTheSubjectThatWasAskedFor() {
    NewIdentity identity = anIdentityAt(provider());

    assertThat(signedIn(provider(), identity.email()).identity())
        .isEqualTo(refOf(provider(), identity));
  }

  @Test
  default void makingAnIdentityAgainAnswersTheSameAndKeepsThePassword() {
    NewIdentity identity = anIdentityAt(provider());

    madeAt(
        provider(),
        new NewIdentity(
            identity.subject(),
            identity.email(),
            identity.displayName(),
            Optional.of(OTHER_PASSWORD)));

    signedIn(provider(), identity.email(), PASSWORD);
    assertRefused(provider().signIn().withPassword(identity.email(), OTHER_PASSWORD));
  }

  @Test
  default void anAddressThatIsTakenNamesItsHolder() {
    NewIdentity holder = anIdentityAt(provider());
    NewIdentity newcomer =
        new NewIdentity(aSubjectName(), holder.email(), "Eve", Optional.of(OTHER_PASSWORD));

    assertThat(identities().create(newcomer))
        .isEqualTo(new IdentityOutcome.EmailTaken(refOf(provider(), holder)));

    assertRefused(provider().signIn().withPassword(holder.email(), OTHER_PASSWORD));
    signedIn(provider(), holder.email(), PASSWORD);
  }

  @Test
  default void ofConcurrentIdentitiesForOneAddressOneIsMade() {
    EmailAddress email = anEmail();

    List<IdentityOutcome> outcomes =
        Race.of(
            4,
            () ->
                identities()
                    .create(new NewIdentity(aSubjectName(), email, "Ada", Optional.of(PASSWORD))));

    assertThat(outcomes.stream().filter(IdentityOutcome.Created.class::isInstance)).hasSize(1);
    assertThat(outcomes.stream().filter(IdentityOutcome.EmailTaken.class::isInstance)).hasSize(3);
  }

  @Test
  default void nobodySignsInToAnIdentityWithoutPassword() {
    NewIdentity identity = madeAt(provider(), anIdentityWithoutPassword());

    assertRefused(provider().signIn().withPassword(identity.email(), PASSWORD));
    assertRefused(provider().signIn().withPassword(identity.email(), Secret.of("")));
  }

  @Test
  default void anIdentityWithoutPasswordGetsItsFirst() {
    NewIdentity identity = madeAt(provider(), anIdentityWithoutPassword());

    identities().setPassword(identity.subject(), PASSWORD);

    signedIn(provider(), identity.email(), PASSWORD);
  }

  @Test
  default void aNewPasswordReplacesTheOldOne() {
    NewIdentity identity = anIdentityAt(provider());

    identities().setPassword(identity.subject(), OTHER_PASSWORD);
    identities().setPassword(identity.subject(), OTHER_PASSWORD);

    signedIn(provider(), identity.email(), OTHER_PASSWORD);
    assertRefused(provider().signIn().withPassword(identity.email(), PASSWORD));
  }

  @Test
  default void aNewPasswordRevokesEverySessionOfTheSubject() {
    NewIdentity identity = anIdentityAt(provider());
    SessionsOf sessions = SessionsOf.opened(provider(), identity);
    NewIdentity bystander = anIdentityAt(provider());
    SessionsOf others = SessionsOf.opened(provider(), bystander);

    aSecondPasses();
    identities().setPassword(identity.subject(), OTHER_PASSWORD);

    sessions.assertOver();
    others.assertAlive();
  }

  @Test
  default void whoSignsInAtOnceWithTheNewPasswordIsNotSignedOutWithTheOthers() {
    NewIdentity identity = anIdentityAt(provider());

    identities().setPassword(identity.subject(), PASSWORD);

    SessionsOf.opened(provider(), identity).assertAlive();
  }

  @Test
  default void aDeletedIdentityIsGoneWithItsSessions() {
    NewIdentity identity = anIdentityAt(provider());
    SessionsOf sessions = SessionsOf.opened(provider(), identity);
    NewIdentity bystander = anIdentityAt(provider());
    SessionsOf others = SessionsOf.opened(provider(), bystander);

    identities().delete(identity.subject());
    identities().delete(identity.subject());

    assertRefused(provider().signIn().withPassword(identity.email(), PASSWORD));
    assertRefused(provider().signIn().refresh(sessions.tokens().refreshToken()));
    sessions.assertOver();
    others.assertAlive();
  }

  @Test
  default void theAddressOfADeletedIdentityIsFree() {
    NewIdentity identity = anIdentityAt(provider());
    identities().delete(identity.subject());

    madeAt(
        provider(),
        new NewIdentity(aSubjectName(), identity.email(), "Eve", Optional.of(OTHER_PASSWORD)));

    signedIn(provider(), identity.email(), OTHER_PASSWORD);
  }

  @Test
  default void theAbsentHaveNoPasswordToSet() {
    assertThatThrownBy(() -> identities().setPassword(aSubjectName(), PASSWORD))
        .isInstanceOfSatisfying(
            ProviderException.class,
            failure -> assertThat(failure.kind()).isEqualTo(ProviderException.Kind.REJECTED));
  }

  @Test
  default void removingTheAbsentDoesNothing() {
    assertThatCode(() -> identities().delete(aSubjectName())).doesNotThrowAnyException();
  }

  /** Every kind of proof that one identity can hold. */
  record SessionsOf(AuthProvider provider, SignedInTokens tokens, Secret cookie) {
    static SessionsOf opened(AuthProvider provider, NewIdentity identity) {
      SignedInTokens tokens = signedIn(provider, identity.email());
      Secret cookie =
          provider.cookies().open(tokens.accessToken(), Duration.ofHours(1)).orElseThrow();
      SessionsOf sessions = new SessionsOf(provider, tokens, cookie);
      assertValid(provider.tokens().verify(tokens.accessToken()));
      assertValid(provider.cookies().verify(cookie));
      return sessions;
    }

    void assertOver() {
      assertInvalid(provider.tokens().verify(tokens.accessToken()));
      assertInvalid(provider.cookies().verify(cookie));
      assertThat(provider.cookies().open(tokens.accessToken(), Duration.ofHours(1))).isEmpty();
    }

    void assertAlive() {
      assertValid(provider.tokens().verify(tokens.accessToken()));
      assertValid(provider.cookies().verify(cookie));
      AuthSteps.tokens(provider.signIn().refresh(tokens.refreshToken()));
    }
  }
}
