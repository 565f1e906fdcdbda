package dev.stagedoor.providers.localauth;

import static dev.stagedoor.domain.fixture.IdentitySamples.PASSWORD;
import static dev.stagedoor.domain.fixture.Samples.NOW;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.stagedoor.domain.auth.AuthProvider;
import dev.stagedoor.domain.auth.NewIdentity;
import dev.stagedoor.domain.auth.SignInOutcome;
import dev.stagedoor.domain.auth.SignedInTokens;
import dev.stagedoor.domain.auth.port.CredentialRepository;
import dev.stagedoor.domain.auth.port.LocalSessionRepository;
import dev.stagedoor.domain.fake.InMemoryCredentialRepository;
import dev.stagedoor.domain.fake.InMemoryLocalSessionRepository;
import dev.stagedoor.domain.fake.MutableClock;
import dev.stagedoor.domain.fixture.IdentitySamples;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.kernel.Tokens;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;

/** A local identity provider on repositories in memory, with cheap hashes. */
final class LocalAuthWorld {
  static final Argon2Cost CHEAP = new Argon2Cost(64, 1, 1);
  static final Secret KEY = Secret.of("a signing key of more than thirty-two bytes");
  static final Secret OLD_KEY = Secret.of("an old signing key, more than thirty-two bytes");

  private static final SecureRandom RANDOM = new SecureRandom();

  final MutableClock clock = new MutableClock(NOW);
  final InMemoryLocalSessionRepository sessions = new InMemoryLocalSessionRepository();
  final InMemoryCredentialRepository credentials = new InMemoryCredentialRepository(sessions);
  final AuthProvider provider = open(LocalAuthConfig.withSigningKey(KEY));

  AuthProvider open(LocalAuthConfig config) {
    return open(config, cheapPasswords(), credentials, sessions);
  }

  AuthProvider open(CredentialRepository credentials, LocalSessionRepository sessions) {
    return open(LocalAuthConfig.withSigningKey(KEY), cheapPasswords(), credentials, sessions);
  }

  AuthProvider open(Argon2Passwords passwords) {
    return open(LocalAuthConfig.withSigningKey(KEY), passwords, credentials, sessions);
  }

  private AuthProvider open(
      LocalAuthConfig config,
      Argon2Passwords passwords,
      CredentialRepository credentials,
      LocalSessionRepository sessions) {
    return LocalAuth.open(
        config, passwords, credentials, sessions, clock, UUID::randomUUID, randomTokens());
  }

  static LocalAuthConfig config(Secret key, List<Secret> previousKeys) {
    LocalAuthConfig usual = LocalAuthConfig.withSigningKey(key);
    return new LocalAuthConfig(
        key,
        previousKeys,
        usual.issuer(),
        usual.audience(),
        usual.accessLife(),
        usual.refreshLife(),
        usual.cost(),
        usual.concurrentHashes());
  }

  static Argon2Passwords cheapPasswords() {
    return passwords(CHEAP);
  }

  static Argon2Passwords passwords(Argon2Cost cost) {
    return new Argon2Passwords(cost, new Semaphore(2), Duration.ofMinutes(1), RANDOM);
  }

  static Tokens randomTokens() {
    return () -> {
      byte[] bytes = new byte[32];
      RANDOM.nextBytes(bytes);
      return Secret.of(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    };
  }

  NewIdentity anIdentity() {
    NewIdentity identity = IdentitySamples.anIdentity();
    provider.identities().create(identity);
    return identity;
  }

  SignedInTokens signedIn() {
    return signedIn(anIdentity().email());
  }

  SignedInTokens signedIn(EmailAddress email) {
    return tokens(provider.signIn().withPassword(email, PASSWORD));
  }

  static SignedInTokens tokens(SignInOutcome outcome) {
    return ((SignInOutcome.SignedIn) outcome).tokens();
  }

  static JWTClaimsSet claims(Secret token) {
    return parsed(token, SignedJWT::getJWTClaimsSet);
  }

  static JWSHeader header(Secret token) {
    return parsed(token, SignedJWT::getHeader);
  }

  private interface Reader<T> {
    T read(SignedJWT token) throws ParseException;
  }

  private static <T> T parsed(Secret token, Reader<T> reader) {
    try {
      return reader.read(SignedJWT.parse(token.reveal()));
    } catch (ParseException e) {
      throw new AssertionError("not a JWT", e);
    }
  }

  /** Signs claims by hand, as somebody could who has the key. */
  static Secret sign(JWSHeader header, JWTClaimsSet claims, Secret key) {
    try {
      SignedJWT token = new SignedJWT(header, claims);
      token.sign(new MACSigner(key.reveal().getBytes(StandardCharsets.UTF_8)));
      return Secret.of(token.serialize());
    } catch (JOSEException e) {
      throw new AssertionError("cannot be signed", e);
    }
  }

  static JWSHeader withAlgorithm(JWSHeader header, JWSAlgorithm algorithm) {
    return new JWSHeader.Builder(algorithm).type(header.getType()).keyID(header.getKeyID()).build();
  }

  static Secret unsigned(String headerJson, JWTClaimsSet claims) {
    return Secret.of(
        Base64URL.encode(headerJson) + "." + Base64URL.encode(claims.toString()) + ".");
  }
}
