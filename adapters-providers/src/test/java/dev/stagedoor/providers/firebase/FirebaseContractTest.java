package dev.stagedoor.providers.firebase;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.stagedoor.domain.auth.AuthProvider;
import dev.stagedoor.domain.auth.IdentityClaims;
import dev.stagedoor.domain.auth.NewIdentity;
import dev.stagedoor.domain.auth.SignedInTokens;
import dev.stagedoor.domain.contract.ClaimsContract;
import dev.stagedoor.domain.contract.IdentitiesContract;
import dev.stagedoor.domain.contract.RealAuthContract;
import dev.stagedoor.domain.contract.SessionCookiesContract;
import dev.stagedoor.domain.contract.SignInContract;
import dev.stagedoor.domain.contract.TokenVerifierContract;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.providers.support.ProviderRuntime;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.AfterEach;

class FirebaseContractTest
    implements IdentitiesContract,
        SignInContract,
        TokenVerifierContract,
        SessionCookiesContract,
        RealAuthContract,
        ClaimsContract {
  private static final GoogleKey OTHER_KEY = GoogleKey.make(FirebaseStubState.KEY.id());

  private final FirebaseStub stub = FirebaseStub.start();
  private final Firebase firebase = Firebase.open(stub.config(), ProviderRuntime.plain());

  @AfterEach
  void close() {
    firebase.close();
    stub.close();
  }

  @Override
  public AuthProvider provider() {
    return firebase.authProvider();
  }

  @Override
  public void aSecondPasses() {
    stub.advance(Duration.ofSeconds(1));
  }

  @Override
  public Clock clock() {
    return stub.clock();
  }

  static JWTClaimsSet claims(Secret token) {
    try {
      return SignedJWT.parse(token.reveal()).getJWTClaimsSet();
    } catch (ParseException e) {
      throw new AssertionError("not a JWT", e);
    }
  }

  @Override
  public IdentityClaims claimsIn(Secret accessToken) {
    JWTClaimsSet claims = claims(accessToken);
    Object role = claims.getClaim("role");
    return new IdentityClaims(
        role == null ? "" : (String) role, Boolean.TRUE.equals(claims.getClaim("isAdmin")));
  }

  @Override
  public Secret expiredCookie(NewIdentity identity) {
    Secret token = claimsToken(identity);
    Secret cookie = provider().cookies().open(token, Duration.ofMinutes(5)).orElseThrow();
    return Secret.of(
        stub.sign(
            new JWTClaimsSet.Builder(claims(cookie))
                .issueTime(Date.from(Instant.now().minusSeconds(600)))
                .expirationTime(Date.from(Instant.now().minusSeconds(1)))
                .build()));
  }

  private Secret claimsToken(NewIdentity identity) {
    return ((dev.stagedoor.domain.auth.SignInOutcome.SignedIn)
            provider().signIn().withPassword(identity.email(), identity.password().orElseThrow()))
        .tokens()
        .accessToken();
  }

  @Override
  public Secret handMade(Flaw flaw, NewIdentity identity, SignedInTokens signedIn) {
    JWTClaimsSet claims = claims(signedIn.accessToken());
    String good = stub.sign(claims);
    return Secret.of(
        switch (flaw) {
          case NONE -> good;
          case EXPIRED ->
              stub.sign(
                  but(claims).expirationTime(Date.from(Instant.now().minusSeconds(1))).build());
          case SIGNED_WITH_ANOTHER_KEY -> OTHER_KEY.sign(claims);
          case SIGNATURE_LEFT_OUT -> good.substring(0, good.lastIndexOf('.') + 1);
          case ALGORITHM_NONE ->
              Base64URL.encode("{\"alg\":\"none\",\"typ\":\"JWT\"}")
                  + "."
                  + Base64URL.encode(claims.toString())
                  + ".";
          case OTHER_ALGORITHM -> FirebaseStubState.KEY.sign(JWSAlgorithm.RS512, claims);
          case OTHER_ISSUER ->
              stub.sign(but(claims).issuer("https://securetoken.google.com/other").build());
          case OTHER_AUDIENCE -> stub.sign(but(claims).audience("somebody").build());
          case NO_EXPIRY -> stub.sign(but(claims).expirationTime(null).build());
        });
  }

  private static JWTClaimsSet.Builder but(JWTClaimsSet claims) {
    return new JWTClaimsSet.Builder(claims);
  }
}
