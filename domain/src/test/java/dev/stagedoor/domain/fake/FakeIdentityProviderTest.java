package dev.stagedoor.domain.fake;

import static dev.stagedoor.domain.fixture.IdentitySamples.anIdentity;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.auth.AuthProvider;
import dev.stagedoor.domain.auth.IdentityClaims;
import dev.stagedoor.domain.auth.NewIdentity;
import dev.stagedoor.domain.auth.SignInOutcome;
import dev.stagedoor.domain.auth.SignedInTokens;
import dev.stagedoor.domain.contract.ClaimsContract;
import dev.stagedoor.domain.contract.IdentitiesContract;
import dev.stagedoor.domain.contract.RealAuthContract;
import dev.stagedoor.domain.contract.SeparateSessionsContract;
import dev.stagedoor.domain.contract.SessionCookiesContract;
import dev.stagedoor.domain.contract.SignInContract;
import dev.stagedoor.domain.contract.TokenVerifierContract;
import dev.stagedoor.domain.fixture.IdentitySamples;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FakeIdentityProviderTest
    implements IdentitiesContract,
        SignInContract,
        SeparateSessionsContract,
        TokenVerifierContract,
        SessionCookiesContract,
        RealAuthContract,
        ClaimsContract {
  private final MutableClock clock = new MutableClock(NOW);
  private final FakeIdentityProvider fake = new FakeIdentityProvider(clock);
  private final AuthProvider provider = fake.provider();

  @Override
  public AuthProvider provider() {
    return provider;
  }

  @Override
  public void aSecondPasses() {
    clock.advance(Duration.ofSeconds(1));
  }

  @Override
  public MutableClock clock() {
    return clock;
  }

  @Override
  public IdentityClaims claimsIn(Secret accessToken) {
    return fake.claimsIn(accessToken);
  }

  @Override
  public Secret expiredCookie(NewIdentity identity) {
    Secret cookie =
        provider
            .cookies()
            .open(signedIn(identity).accessToken(), Duration.ofMinutes(5))
            .orElseThrow();
    clock.advance(Duration.ofMinutes(5));
    return cookie;
  }

  @Override
  public Secret handMade(Flaw flaw, NewIdentity identity, SignedInTokens signedIn) {
    FakeAccessToken good =
        FakeAccessToken.read(signedIn.accessToken().reveal(), FakeIdentityProvider.KEY)
            .orElseThrow();
    return Secret.of(
        switch (flaw) {
          case NONE -> good.sign(FakeIdentityProvider.KEY);
          case EXPIRED ->
              with(good, good.algorithm(), good.issuer(), good.audience(), Optional.of(NOW))
                  .sign(FakeIdentityProvider.KEY);
          case SIGNED_WITH_ANOTHER_KEY -> good.sign("another key");
          case SIGNATURE_LEFT_OUT -> good.sign(FakeIdentityProvider.KEY).split("\\.")[0] + ".";
          case ALGORITHM_NONE ->
              with(good, "none", good.issuer(), good.audience(), good.expiresAt())
                  .sign(FakeIdentityProvider.KEY);
          case OTHER_ALGORITHM ->
              with(good, "HS512", good.issuer(), good.audience(), good.expiresAt())
                  .sign(FakeIdentityProvider.KEY);
          case OTHER_ISSUER ->
              with(good, good.algorithm(), "somebody", good.audience(), good.expiresAt())
                  .sign(FakeIdentityProvider.KEY);
          case OTHER_AUDIENCE ->
              with(good, good.algorithm(), good.issuer(), "somebody", good.expiresAt())
                  .sign(FakeIdentityProvider.KEY);
          case NO_EXPIRY ->
              with(good, good.algorithm(), good.issuer(), good.audience(), Optional.empty())
                  .sign(FakeIdentityProvider.KEY);
        });
  }

  private static FakeAccessToken with(
      FakeAccessToken from,
      String algorithm,
      String issuer,
      String audience,
      Optional<Instant> expiresAt) {
    return new FakeAccessToken(
        algorithm, issuer, audience, expiresAt, from.subject(), from.session(), from.claims());
  }

  private SignedInTokens signedIn(NewIdentity identity) {
    SignInOutcome outcome =
        provider.signIn().withPassword(identity.email(), IdentitySamples.PASSWORD);
    return ((SignInOutcome.SignedIn) outcome).tokens();
  }

  @Test
  void aProviderThatIsDownDoesNothingUntilItRecovers() {
    NewIdentity identity = anIdentity();
    fake.failWith(ProviderException.Kind.UNAVAILABLE);

    assertThatThrownBy(() -> provider.identities().create(identity))
        .isInstanceOf(ProviderException.class);
    assertThat(fake.knows(identity.subject())).isFalse();

    fake.recover();
    provider.identities().create(identity);
    assertThat(fake.knows(identity.subject())).isTrue();
  }
}
