package dev.stagedoor.providers.localauth;

import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.providers.localauth.LocalAuthWorld.KEY;
import static dev.stagedoor.providers.localauth.LocalAuthWorld.sign;
import static dev.stagedoor.providers.localauth.LocalAuthWorld.unsigned;
import static dev.stagedoor.providers.localauth.LocalAuthWorld.withAlgorithm;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.stagedoor.domain.auth.AuthProvider;
import dev.stagedoor.domain.auth.IdentityClaims;
import dev.stagedoor.domain.auth.NewIdentity;
import dev.stagedoor.domain.auth.SignedInTokens;
import dev.stagedoor.domain.contract.ClaimsContract;
import dev.stagedoor.domain.contract.IdentitiesContract;
import dev.stagedoor.domain.contract.RealAuthContract;
import dev.stagedoor.domain.contract.SeparateSessionsContract;
import dev.stagedoor.domain.contract.SessionCookiesContract;
import dev.stagedoor.domain.contract.SignInContract;
import dev.stagedoor.domain.contract.TokenVerifierContract;
import dev.stagedoor.domain.fake.MutableClock;
import dev.stagedoor.domain.kernel.Secret;
import java.time.Duration;
import java.util.Date;

class LocalAuthContractTest
    implements IdentitiesContract,
        SignInContract,
        SeparateSessionsContract,
        TokenVerifierContract,
        SessionCookiesContract,
        RealAuthContract,
        ClaimsContract {
  private final LocalAuthWorld world = new LocalAuthWorld();

  @Override
  public AuthProvider provider() {
    return world.provider;
  }

  @Override
  public void aSecondPasses() {
    world.clock.advance(Duration.ofSeconds(1));
  }

  @Override
  public MutableClock clock() {
    return world.clock;
  }

  @Override
  public IdentityClaims claimsIn(Secret accessToken) {
    JWTClaimsSet claims = LocalAuthWorld.claims(accessToken);
    return new IdentityClaims(
        (String) claims.getClaim("role"), (boolean) claims.getClaim("isAdmin"));
  }

  @Override
  public Secret expiredCookie(NewIdentity identity) {
    Secret cookie =
        provider()
            .cookies()
            .open(world.signedIn(identity.email()).accessToken(), Duration.ofMinutes(5))
            .orElseThrow();
    world.clock.advance(Duration.ofMinutes(5));
    return cookie;
  }

  @Override
  public Secret handMade(Flaw flaw, NewIdentity identity, SignedInTokens signedIn) {
    JWTClaimsSet claims = LocalAuthWorld.claims(signedIn.accessToken());
    JWSHeader header = LocalAuthWorld.header(signedIn.accessToken());
    Secret good = sign(header, claims, KEY);
    return switch (flaw) {
      case NONE -> good;
      case EXPIRED -> sign(header, but(claims).expirationTime(Date.from(NOW)).build(), KEY);
      case SIGNED_WITH_ANOTHER_KEY -> sign(header, claims, Secret.of(KEY.reveal() + "!"));
      case SIGNATURE_LEFT_OUT ->
          Secret.of(good.reveal().substring(0, good.reveal().lastIndexOf('.') + 1));
      case ALGORITHM_NONE -> unsigned("{\"alg\":\"none\"}", claims);
      case OTHER_ALGORITHM ->
          sign(
              withAlgorithm(header, JWSAlgorithm.HS384),
              claims,
              Secret.of(KEY.reveal() + KEY.reveal()));
      case OTHER_ISSUER -> sign(header, but(claims).issuer("somebody").build(), KEY);
      case OTHER_AUDIENCE -> sign(header, but(claims).audience("somebody").build(), KEY);
      case NO_EXPIRY -> sign(header, but(claims).expirationTime(null).build(), KEY);
    };
  }

  private static JWTClaimsSet.Builder but(JWTClaimsSet claims) {
    return new JWTClaimsSet.Builder(claims);
  }
}
