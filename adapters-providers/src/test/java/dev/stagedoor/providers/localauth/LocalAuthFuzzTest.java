package dev.stagedoor.providers.localauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.Base64URL;
import dev.stagedoor.domain.auth.AuthProvider;
import dev.stagedoor.domain.auth.SignInOutcome;
import dev.stagedoor.domain.auth.SignedInTokens;
import dev.stagedoor.domain.auth.TokenReading;
import dev.stagedoor.domain.kernel.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** No bytes make the checks throw, and none but the ones we issued are good. */
class LocalAuthFuzzTest {
  private static final LocalAuthWorld WORLD = new LocalAuthWorld();
  private static final AuthProvider PROVIDER = WORLD.provider;
  private static final SignedInTokens TOKENS = WORLD.signedIn();
  private static final Secret COOKIE =
      PROVIDER.cookies().open(TOKENS.accessToken(), Duration.ofHours(1)).orElseThrow();

  private static void assertWorthNothing(String text) {
    Secret token = Secret.of(text);
    assertThat(PROVIDER.tokens().verify(token)).isInstanceOf(TokenReading.Invalid.class);
    assertThat(PROVIDER.cookies().verify(token)).isInstanceOf(TokenReading.Invalid.class);
    assertThat(PROVIDER.cookies().open(token, Duration.ofHours(1))).isEmpty();
    assertThat(PROVIDER.signIn().refresh(token)).isEqualTo(new SignInOutcome.Refused());
    PROVIDER.signIn().signOut(token);
    PROVIDER.cookies().close(token);
    assertThat(PROVIDER.tokens().verify(TOKENS.accessToken()))
        .isInstanceOf(TokenReading.Valid.class);
    assertThat(PROVIDER.cookies().verify(COOKIE)).isInstanceOf(TokenReading.Valid.class);
  }

  @Property(tries = 2_000)
  void anyTextIsWorthNothing(@ForAll("anyText") String text) {
    assertWorthNothing(text);
  }

  @Provide
  Arbitrary<String> anyText() {
    Arbitrary<String> bytes =
        Arbitraries.bytes()
            .array(byte[].class)
            .ofMaxSize(300)
            .map(array -> new String(array, StandardCharsets.ISO_8859_1));
    return Arbitraries.oneOf(bytes, Arbitraries.strings().all().ofMaxLength(300));
  }

  @Property(tries = 2_000)
  void anythingInTheFormOfATokenIsWorthNothing(
      @ForAll("headers") String header,
      @ForAll("json") String payload,
      @ForAll("anyText") String signature) {
    assertWorthNothing(
        Base64URL.encode(header) + "." + Base64URL.encode(payload) + "." + signature);
    assertWorthNothing(
        Base64URL.encode(header)
            + "."
            + Base64URL.encode(payload)
            + "."
            + Base64URL.encode(signature));
  }

  @Provide
  Arbitrary<String> headers() {
    String ours = LocalAuthWorld.header(TOKENS.accessToken()).getParsedBase64URL().decodeToString();
    return Arbitraries.oneOf(Arbitraries.just(ours), json());
  }

  @Provide
  Arbitrary<String> json() {
    Arbitrary<String> names =
        Arbitraries.of(
            "alg", "typ", "kid", "crit", "b64", "jwk", "jku", "x5c", "zip", "epk", "sub", "sid",
            "exp", "iss", "aud");
    Arbitrary<String> values =
        Arbitraries.of(
            "\"HS256\"",
            "\"none\"",
            "\"at+jwt\"",
            "null",
            "true",
            "-1",
            "1e400",
            "[]",
            "{}",
            "[\"b64\"]",
            "{\"kty\":\"oct\",\"k\":\"AA\"}",
            "\"\\u0000\"",
            "\"",
            "[[[[",
            "9999999999999999999999");
    Arbitrary<String> members =
        Combinators.combine(names, values).as((name, value) -> "\"" + name + "\":" + value);
    return members.list().ofMaxSize(6).map(list -> "{" + String.join(",", list) + "}");
  }

  @Property(tries = 2_000)
  void aGoodTokenWithAnythingChangedIsWorthNothing(
      @ForAll("spot") double spot, @ForAll("anyText") String put, @ForAll boolean overwrite) {
    for (Secret good : new Secret[] {TOKENS.accessToken(), COOKIE, TOKENS.refreshToken()}) {
      String text = good.reveal();
      int at = (int) (spot * text.length());
      int rest = overwrite ? Math.min(text.length(), at + put.length()) : at;
      String changed = text.substring(0, at) + put + text.substring(rest);
      if (!changed.equals(text)) {
        assertWorthNothing(changed);
      }
    }
  }

  @Provide
  Arbitrary<Double> spot() {
    return Arbitraries.doubles().between(0, 1);
  }
}
