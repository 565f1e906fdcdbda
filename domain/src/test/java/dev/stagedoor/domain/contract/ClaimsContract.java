package dev.stagedoor.domain.contract;

import static dev.stagedoor.domain.contract.AuthSteps.anIdentityAt;
import static dev.stagedoor.domain.contract.AuthSteps.assertRefused;
import static dev.stagedoor.domain.contract.AuthSteps.assertValid;
import static dev.stagedoor.domain.contract.AuthSteps.signedIn;
import static dev.stagedoor.domain.contract.AuthSteps.tokens;
import static dev.stagedoor.domain.fixture.IdentitySamples.aSubjectName;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.auth.IdentityClaims;
import dev.stagedoor.domain.auth.NewIdentity;
import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.auth.SignedInTokens;
import dev.stagedoor.domain.auth.port.Claims;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.Secret;
import org.junit.jupiter.api.Test;

/** What every {@link Claims} must do. */
public interface ClaimsContract extends AuthContract {
  /** Reads what a client reads in a token; who has none has an empty role. */
  IdentityClaims claimsIn(Secret accessToken);

  private Claims claims() {
    return provider().claims();
  }

  @Test
  default void aNewIdentityIsNoAdmin() {
    NewIdentity identity = anIdentityAt(provider());

    assertThat(claimsIn(signedIn(provider(), identity.email()).accessToken()).isAdmin()).isFalse();
  }

  @Test
  default void tokensIssuedFromNowOnSayTheClaims() {
    NewIdentity identity = anIdentityAt(provider());
    NewIdentity bystander = anIdentityAt(provider());

    claims().set(identity.subject(), IdentityClaims.of(Role.ADMIN));

    assertThat(claimsIn(signedIn(provider(), identity.email()).accessToken()))
        .isEqualTo(new IdentityClaims("admin", true));
    assertThat(claimsIn(signedIn(provider(), bystander.email()).accessToken()).isAdmin()).isFalse();
  }

  @Test
  default void aRefreshedTokenSaysTheNewClaims() {
    NewIdentity identity = anIdentityAt(provider());
    claims().set(identity.subject(), IdentityClaims.of(Role.ADMIN));
    SignedInTokens tokens = signedIn(provider(), identity.email());

    claims().set(identity.subject(), IdentityClaims.family());

    SignedInTokens refreshed = tokens(provider().signIn().refresh(tokens.refreshToken()));
    assertThat(claimsIn(refreshed.accessToken())).isEqualTo(new IdentityClaims("owner", false));
  }

  @Test
  default void tokensAlreadyIssuedKeepWhatTheySay() {
    NewIdentity identity = anIdentityAt(provider());
    claims().set(identity.subject(), IdentityClaims.of(Role.TEACHER));
    SignedInTokens tokens = signedIn(provider(), identity.email());

    claims().set(identity.subject(), IdentityClaims.of(Role.RESELLER));

    assertValid(provider().tokens().verify(tokens.accessToken()));
    assertThat(claimsIn(tokens.accessToken())).isEqualTo(IdentityClaims.of(Role.TEACHER));
  }

  @Test
  default void settingClaimsTwiceIsLikeOnce() {
    NewIdentity identity = anIdentityAt(provider());

    claims().set(identity.subject(), IdentityClaims.of(Role.FUNERAL_DIRECTOR));
    claims().set(identity.subject(), IdentityClaims.of(Role.FUNERAL_DIRECTOR));

    assertThat(claimsIn(signedIn(provider(), identity.email()).accessToken()))
        .isEqualTo(new IdentityClaims("funeral_director", false));
  }

  @Test
  default void claimsAndPasswordDoNotUndoEachOther() {
    NewIdentity identity = anIdentityAt(provider());
    Secret next = Secret.of("another password");

    claims().set(identity.subject(), IdentityClaims.of(Role.TEACHER));
    provider().identities().setPassword(identity.subject(), next);
    claims().set(identity.subject(), IdentityClaims.of(Role.RESELLER));

    assertThat(claimsIn(signedIn(provider(), identity.email(), next).accessToken()))
        .isEqualTo(IdentityClaims.of(Role.RESELLER));
    assertRefused(
        provider().signIn().withPassword(identity.email(), identity.password().orElseThrow()));
  }

  @Test
  default void theAbsentHaveNoClaimsToSet() {
    assertThatThrownBy(() -> claims().set(aSubjectName(), IdentityClaims.family()))
        .isInstanceOfSatisfying(
            ProviderException.class,
            failure -> assertThat(failure.kind()).isEqualTo(ProviderException.Kind.REJECTED));
  }
}
