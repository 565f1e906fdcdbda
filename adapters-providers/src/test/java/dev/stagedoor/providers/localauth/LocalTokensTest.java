package dev.stagedoor.providers.localauth;

import static dev.stagedoor.domain.fixture.IdentitySamples.PASSWORD;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.providers.localauth.LocalAuthWorld.KEY;
import static dev.stagedoor.providers.localauth.LocalAuthWorld.OLD_KEY;
import static dev.stagedoor.providers.localauth.LocalAuthWorld.claims;
import static dev.stagedoor.providers.localauth.LocalAuthWorld.config;
import static dev.stagedoor.providers.localauth.LocalAuthWorld.header;
import static dev.stagedoor.providers.localauth.LocalAuthWorld.sign;
import static dev.stagedoor.providers.localauth.LocalAuthWorld.tokens;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.stagedoor.domain.auth.AuthProvider;
import dev.stagedoor.domain.auth.IdentityClaims;
import dev.stagedoor.domain.auth.NewIdentity;
import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.auth.SignInOutcome;
import dev.stagedoor.domain.auth.SignedInTokens;
import dev.stagedoor.domain.auth.TokenReading;
import dev.stagedoor.domain.auth.VerifiedIdentity;
import dev.stagedoor.domain.auth.port.TokenVerifier;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalTokensTest {
  private static final String BASE64 =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  private final LocalAuthWorld world = new LocalAuthWorld();
  private final AuthProvider provider = world.provider;

  private static void assertValid(AuthProvider at, Secret token) {
    assertThat(at.tokens().verify(token)).isInstanceOf(TokenReading.Valid.class);
  }

  private static void assertInvalid(AuthProvider at, Secret token) {
    assertThat(at.tokens().verify(token)).isInstanceOf(TokenReading.Invalid.class);
  }

  @Test
  void anAccessTokenSaysWhoAndWhatForAndUntilWhen() {
    NewIdentity identity = world.anIdentity();
    provider.claims().set(identity.subject(), IdentityClaims.of(Role.ADMIN));

    SignedInTokens tokens = world.signedIn(identity.email());

    JWTClaimsSet claims = claims(tokens.accessToken());
    assertThat(claims.getSubject()).isEqualTo(identity.subject());
    assertThat(claims.getIssuer()).isEqualTo("stagedoor");
    assertThat(claims.getAudience()).containsExactly("stagedoor");
    assertThat(claims.getIssueTime().toInstant()).isEqualTo(NOW);
    assertThat(claims.getExpirationTime().toInstant()).isEqualTo(NOW.plus(15, ChronoUnit.MINUTES));
    assertThat(claims.getClaim("email")).isEqualTo(identity.email().value());
    assertThat(claims.getClaim("name")).isEqualTo(identity.displayName());
    assertThat(claims.getClaim("role")).isEqualTo("admin");
    assertThat(claims.getClaim("isAdmin")).isEqualTo(true);
    assertThat(claims.getClaim("sid")).isNotNull();
  }

  @Test
  void anAccessTokenIsPinnedToHs256AndNamesItsKey() {
    JWSHeader header = header(world.signedIn().accessToken());

    assertThat(header.getAlgorithm()).isEqualTo(JWSAlgorithm.HS256);
    assertThat(header.getType().getType()).isEqualTo("at+jwt");
    assertThat(header.getKeyID()).isNotBlank();
    assertThat(KEY.reveal()).doesNotContain(header.getKeyID());
  }

  @Test
  void anAccessTokenIsGoodForFifteenMinutes() {
    SignedInTokens tokens = world.signedIn();

    world.clock.advance(Duration.ofMinutes(15).minusMillis(1));
    assertValid(provider, tokens.accessToken());

    world.clock.advance(Duration.ofMillis(1));
    assertInvalid(provider, tokens.accessToken());
  }

  @Test
  void fractionsOfASecondDoNotMakeTokenAndAnswerDisagree() {
    world.clock.set(NOW.plusNanos(987_654_321));

    SignedInTokens tokens = world.signedIn();

    Instant end = NOW.plus(15, ChronoUnit.MINUTES);
    assertThat(tokens.accessExpiresAt()).isEqualTo(end);
    assertThat(provider.tokens().verify(tokens.accessToken()))
        .isEqualTo(new TokenReading.Valid(new VerifiedIdentity(tokens.identity(), end)));
  }

  @Test
  void anAccessTokenDoesNotOutliveItsSession() {
    SignedInTokens first = world.signedIn();
    world.clock.advance(Duration.ofDays(30).minusMinutes(4));

    SignedInTokens last = tokens(provider.signIn().refresh(first.refreshToken()));

    assertThat(last.accessExpiresAt()).isEqualTo(NOW.plus(30, ChronoUnit.DAYS));
  }

  @Test
  void refreshingDoesNotLengthenASession() {
    SignedInTokens tokens = world.signedIn();
    world.clock.advance(Duration.ofDays(29));
    SignedInTokens next = tokens(provider.signIn().refresh(tokens.refreshToken()));

    world.clock.advance(Duration.ofDays(1));

    assertThat(provider.signIn().refresh(next.refreshToken()))
        .isEqualTo(new SignInOutcome.Refused());
  }

  @Test
  void twoTokensOfOneSecondAreNotTheSame() {
    SignedInTokens first = world.signedIn();
    SignedInTokens second = tokens(provider.signIn().refresh(first.refreshToken()));

    assertThat(second.accessToken()).isNotEqualTo(first.accessToken());
    assertThat(second.refreshToken()).isNotEqualTo(first.refreshToken());
  }

  @Test
  void onlyHashesOfRefreshTokensAndCookiesAreStored() {
    SignedInTokens tokens = world.signedIn();
    Secret cookie =
        provider.cookies().open(tokens.accessToken(), Duration.ofHours(1)).orElseThrow();

    for (Secret token : List.of(tokens.refreshToken(), cookie)) {
      assertThat(world.sessions.findByToken(token.reveal(), NOW)).isEmpty();
    }
    String refreshHash = SessionToken.REFRESH.hash(tokens.refreshToken());
    String cookieHash = SessionToken.COOKIE.hash(cookie);
    assertThat(refreshHash).matches("[0-9a-f]{64}");
    assertThat(world.sessions.findByToken(refreshHash, NOW)).isPresent();
    assertThat(world.sessions.findByToken(cookieHash, NOW)).isPresent();
  }

  @Test
  void onlyAnArgon2idHashOfThePasswordIsStored() {
    NewIdentity identity = world.anIdentity();

    assertThat(world.credentials.find(identity.subject()).orElseThrow().passwordHash())
        .hasValueSatisfying(
            hash ->
                assertThat(hash)
                    .startsWith("$argon2id$v=19$m=64,t=1,p=1$")
                    .doesNotContain(PASSWORD.reveal()));
  }

  @Test
  void everySingleCharacterOfATokenCounts() {
    SignedInTokens tokens = world.signedIn();
    String good = tokens.accessToken().reveal();

    for (int at = 0; at < good.length(); at++) {
      for (char other : new char[] {'A', 'B', '-', '.', '=', '\u0000'}) {
        if (good.charAt(at) != other) {
          assertInvalid(
              provider, Secret.of(good.substring(0, at) + other + good.substring(at + 1)));
        }
      }
    }
    assertValid(provider, tokens.accessToken());
  }

  @Test
  void aSignatureHasOneSpelling() {
    String good = world.signedIn().accessToken().reveal();
    String start = good.substring(0, good.length() - 1);

    assertThat(
            BASE64
                .chars()
                .mapToObj(last -> Secret.of(start + (char) last))
                .filter(token -> provider.tokens().verify(token) instanceof TokenReading.Valid))
        .containsExactly(Secret.of(good));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"alg\":\"none\"}",
        "{\"alg\":\"None\",\"typ\":\"at+jwt\"}",
        "{\"alg\":\"HS256\"}",
        "{\"alg\":\"HS256\",\"typ\":\"at+jwt\",\"kid\":\"../../dev/null\"}",
        "{\"alg\":\"RS256\",\"jku\":\"https://attacker.example.org/keys\"}",
        "{\"alg\":\"HS256\",\"crit\":[\"b64\"],\"b64\":false}",
        "{\"alg\":\"HS256\",\"jwk\":{\"kty\":\"oct\",\"k\":\"AAAA\"}}",
        "{\"alg\":{\"alg\":\"HS256\"}}",
        "[]",
        "not json"
      })
  void aHeaderThatIsNotOursIsInvalid(String header) {
    JWTClaimsSet claims = claims(world.signedIn().accessToken());

    assertInvalid(provider, LocalAuthWorld.unsigned(header, claims));
    assertInvalid(provider, Secret.of(LocalAuthWorld.unsigned(header, claims).reveal() + "AAAA"));
  }

  @Test
  void ourKeyWithAnotherHeaderIsInvalid() {
    Secret token = world.signedIn().accessToken();
    JWSHeader plain = new JWSHeader.Builder(JWSAlgorithm.HS256).build();
    JWSHeader more =
        new JWSHeader.Builder(JWSAlgorithm.HS256)
            .type(header(token).getType())
            .keyID(header(token).getKeyID())
            .customParam("x", "y")
            .build();

    assertInvalid(provider, sign(plain, claims(token), KEY));
    assertInvalid(provider, sign(more, claims(token), KEY));
    assertValid(provider, sign(header(token), claims(token), KEY));
  }

  @Test
  void aTokenOfAnotherSubjectInsideTheSessionIsInvalid() {
    SignedInTokens tokens = world.signedIn();
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder(claims(tokens.accessToken()))
            .subject(world.anIdentity().subject())
            .build();

    assertInvalid(provider, sign(header(tokens.accessToken()), claims, KEY));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sid", "sub"})
  void aTokenWithoutSessionOrSubjectIsInvalid(String claim) {
    SignedInTokens tokens = world.signedIn();
    JWTClaimsSet without =
        new JWTClaimsSet.Builder(claims(tokens.accessToken())).claim(claim, null).build();

    assertInvalid(provider, sign(header(tokens.accessToken()), without, KEY));
  }

  @Test
  void aTokenForUsAndSomebodyElseIsInvalid() {
    SignedInTokens tokens = world.signedIn();
    JWTClaimsSet shared =
        new JWTClaimsSet.Builder(claims(tokens.accessToken()))
            .audience(List.of("stagedoor", "somebody"))
            .expirationTime(Date.from(NOW.plusSeconds(60)))
            .build();

    assertInvalid(provider, sign(header(tokens.accessToken()), shared, KEY));
  }

  @Test
  void tokensOfAPreviousKeyAreGoodAndNewOnesHaveTheNewKey() {
    AuthProvider before = world.open(config(OLD_KEY, List.of()));
    NewIdentity identity = world.anIdentity();
    SignedInTokens old = tokens(before.signIn().withPassword(identity.email(), PASSWORD));

    AuthProvider after = world.open(config(KEY, List.of(OLD_KEY)));

    assertValid(after, old.accessToken());
    SignedInTokens renewed = tokens(after.signIn().refresh(old.refreshToken()));
    assertValid(after, renewed.accessToken());
    assertInvalid(before, renewed.accessToken());
    assertThat(header(renewed.accessToken()).getKeyID())
        .isNotEqualTo(header(old.accessToken()).getKeyID());
  }

  @Test
  void tokensOfARetiredKeyAreInvalidButTheirSessionCanBeRefreshed() {
    AuthProvider before = world.open(config(OLD_KEY, List.of()));
    NewIdentity identity = world.anIdentity();
    SignedInTokens old = tokens(before.signIn().withPassword(identity.email(), PASSWORD));

    TokenVerifier after = provider.tokens();

    assertThat(after.verify(old.accessToken())).isInstanceOf(TokenReading.Invalid.class);
    SignedInTokens renewed = tokens(provider.signIn().refresh(old.refreshToken()));
    assertThat(renewed.identity()).isEqualTo(new ProviderRef(LocalAuth.ID, identity.subject()));
    assertValid(provider, renewed.accessToken());
  }

  @Test
  void theLongestNamesAndAddressesStillMakeReadableTokens() {
    NewIdentity identity =
        new NewIdentity(
            "s".repeat(128),
            new EmailAddress("ü".repeat(242) + "@example.org"),
            "\uD83C\uDFA5".repeat(100) + "\"\\".repeat(50),
            Optional.of(PASSWORD));
    provider.identities().create(identity);

    assertValid(provider, world.signedIn(identity.email()).accessToken());
  }
}
