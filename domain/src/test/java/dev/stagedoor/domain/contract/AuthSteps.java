package dev.stagedoor.domain.contract;

import static dev.stagedoor.domain.fixture.IdentitySamples.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.auth.AuthProvider;
import dev.stagedoor.domain.auth.IdentityOutcome;
import dev.stagedoor.domain.auth.NewIdentity;
import dev.stagedoor.domain.auth.SignInOutcome;
import dev.stagedoor.domain.auth.SignedInTokens;
import dev.stagedoor.domain.auth.TokenReading;
import dev.stagedoor.domain.auth.VerifiedIdentity;
import dev.stagedoor.domain.fixture.IdentitySamples;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import java.util.List;

/** What the contracts of an identity provider do over and over. */
final class AuthSteps {
  /** Things somebody may send in place of a token; none of them is one. */
  static final List<String> JUNK =
      List.of(
          "",
          " ",
          ".",
          "..",
          "...",
          "a.b.c",
          "a.b.c.d.e",
          "null",
          "Bearer x",
          "eyJhbGciOiJub25lIn0.e30.",
          "eyJhbGciOiJIUzI1NiJ9..",
          "{\"alg\":\"none\"}.{}.",
          "\u0000",
          "\uD800",
          "\uD83C\uDFA5\u202E",
          "'; drop table sessions; --",
          "../../etc/passwd",
          "%00%2e%2e",
          "[".repeat(3_000),
          "x".repeat(100_000),
          "e30.".repeat(20_000));

  private AuthSteps() {}

  static ProviderRef refOf(AuthProvider provider, NewIdentity identity) {
    return new ProviderRef(provider.id(), identity.subject());
  }

  /** Makes an identity that can sign in with {@link IdentitySamples#PASSWORD}. */
  static NewIdentity anIdentityAt(AuthProvider provider) {
    return madeAt(provider, IdentitySamples.anIdentity());
  }

  static NewIdentity madeAt(AuthProvider provider, NewIdentity identity) {
    assertThat(provider.identities().create(identity))
        .isEqualTo(new IdentityOutcome.Created(refOf(provider, identity)));
    return identity;
  }

  static SignedInTokens signedIn(AuthProvider provider, EmailAddress email) {
    return signedIn(provider, email, PASSWORD);
  }

  static SignedInTokens signedIn(AuthProvider provider, EmailAddress email, Secret password) {
    return tokens(provider.signIn().withPassword(email, password));
  }

  static SignedInTokens tokens(SignInOutcome outcome) {
    assertThat(outcome).isInstanceOf(SignInOutcome.SignedIn.class);
    return ((SignInOutcome.SignedIn) outcome).tokens();
  }

  static void assertRefused(SignInOutcome outcome) {
    assertThat(outcome).isEqualTo(new SignInOutcome.Refused());
  }

  static VerifiedIdentity assertValid(TokenReading reading) {
    assertThat(reading).isInstanceOf(TokenReading.Valid.class);
    return ((TokenReading.Valid) reading).identity();
  }

  static void assertInvalid(TokenReading reading) {
    assertThat(reading).isInstanceOf(TokenReading.Invalid.class);
  }

  /** Changes the first character of one dot-separated part to another of the same alphabet. */
  static Secret alteredIn(int part, Secret token) {
    String[] parts = token.reveal().split("\\.", -1);
    char first = parts[part].charAt(0);
    parts[part] = (first == 'A' ? 'B' : 'A') + parts[part].substring(1);
    return Secret.of(String.join(".", parts));
  }
}
