package dev.stagedoor.providers.localauth;

import static dev.stagedoor.domain.fixture.IdentitySamples.PASSWORD;
import static dev.stagedoor.domain.fixture.Samples.anEmail;
import static dev.stagedoor.providers.localauth.LocalAuthWorld.CHEAP;
import static dev.stagedoor.providers.localauth.LocalAuthWorld.cheapPasswords;
import static dev.stagedoor.providers.localauth.LocalAuthWorld.passwords;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.auth.AuthProvider;
import dev.stagedoor.domain.auth.NewIdentity;
import dev.stagedoor.domain.fixture.IdentitySamples;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.Secret;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Argon2PasswordsTest {
  private static final SecureRandom RANDOM = new SecureRandom();

  private static Argon2Passwords withTurns(Semaphore turns) {
    return new Argon2Passwords(CHEAP, turns, Duration.ZERO, RANDOM);
  }

  /** Hashes of "password" by the reference implementation, phc-winner-argon2, src/test.c. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
        "$argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc",
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"
      })
  void hashesOfTheReferenceImplementationAreUnderstood(String hash) {
    assertThat(cheapPasswords().check(Secret.of("password"), hash).matches()).isTrue();
    assertThat(cheapPasswords().check(Secret.of("Password"), hash).matches()).isFalse();
  }

  @Test
  void aHashSaysItsCostAndHasItsOwnSalt() {
    Argon2Passwords passwords = passwords(new Argon2Cost(128, 3, 2));

    String one = passwords.hash(PASSWORD);
    String other = passwords.hash(PASSWORD);

    assertThat(one)
        .matches("\\$argon2id\\$v=19\\$m=128,t=3,p=2\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
    assertThat(other).isNotEqualTo(one);
    assertThat(passwords.check(PASSWORD, one))
        .isEqualTo(new Argon2Passwords.Check(true, Optional.empty()));
  }

  @Test
  void aHashOfAnotherCostIsMadeAnewWhereThePasswordIsRight() {
    String stored = cheapPasswords().hash(PASSWORD);
    Argon2Passwords costlier = passwords(new Argon2Cost(128, 2, 1));

    Optional<String> better = costlier.check(PASSWORD, stored).better();

    assertThat(better).hasValueSatisfying(hash -> assertThat(hash).contains("$m=128,t=2,p=1$"));
    assertThat(costlier.check(PASSWORD, better.orElseThrow()))
        .isEqualTo(new Argon2Passwords.Check(true, Optional.empty()));
    assertThat(costlier.check(Secret.of("wrong one"), stored))
        .isEqualTo(new Argon2Passwords.Check(false, Optional.empty()));
  }

  @Test
  void signingInStoresTheNewHash() {
    LocalAuthWorld world = new LocalAuthWorld();
    NewIdentity identity = world.anIdentity();
    AuthProvider costlier = world.open(passwords(new Argon2Cost(128, 2, 1)));

    LocalAuthWorld.tokens(costlier.signIn().withPassword(identity.email(), PASSWORD));

    assertThat(world.credentials.find(identity.subject()).orElseThrow().passwordHash())
        .hasValueSatisfying(hash -> assertThat(hash).contains("$m=128,t=2,p=1$"));
    LocalAuthWorld.tokens(costlier.signIn().withPassword(identity.email(), PASSWORD));
  }

  @Test
  void theSameCharactersComposedDifferentlyAreTheSamePassword() {
    String hash = cheapPasswords().hash(Secret.of("Passw\u00F6rter"));

    assertThat(cheapPasswords().check(Secret.of("Passwo\u0308rter"), hash).matches()).isTrue();
  }

  @Test
  void aPasswordThePolicyRefusesIsNotHashed() {
    assertThatThrownBy(() -> cheapPasswords().hash(Secret.of("short")))
        .isInstanceOf(DomainException.class);
    assertThatThrownBy(() -> cheapPasswords().hash(Secret.of("x".repeat(129))))
        .isInstanceOf(DomainException.class);
  }

  @Test
  void whoGetsNoTurnIsToldToComeBack() {
    assertThatThrownBy(() -> withTurns(new Semaphore(0)).hash(PASSWORD))
        .isInstanceOfSatisfying(
            ProviderException.class,
            failure -> {
              assertThat(failure.kind()).isEqualTo(ProviderException.Kind.RATE_LIMITED);
              assertThat(failure.retryAfter()).isPresent();
            });
  }

  @Test
  void everyTurnIsGivenBack() {
    Semaphore turns = new Semaphore(1);
    Argon2Passwords passwords = withTurns(turns);

    String hash = passwords.hash(PASSWORD);
    passwords.check(PASSWORD, hash);
    passwords.check(Secret.of("wrong one"), hash);
    passwords.check(Secret.of("x".repeat(100_000)), hash);
    passwords.pretend();

    assertThat(turns.availablePermits()).isEqualTo(1);
  }

  @Test
  void anInterruptedWaitIsAFailureAndStaysInterrupted() {
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(
              () ->
                  new Argon2Passwords(CHEAP, new Semaphore(0), Duration.ofHours(1), RANDOM)
                      .pretend())
          .isInstanceOf(ProviderException.class);
      assertThat(Thread.currentThread().isInterrupted()).isTrue();
    } finally {
      Thread.interrupted();
    }
  }

  @Test
  void everyRefusalComputesOneHashWhateverItsReason() {
    AtomicInteger hashes = new AtomicInteger();
    @SuppressWarnings("serial")
    Semaphore turns =
        new Semaphore(1) {
          @Override
          public boolean tryAcquire(long timeout, TimeUnit unit) throws InterruptedException {
            hashes.incrementAndGet();
            return super.tryAcquire(timeout, unit);
          }
        };
    LocalAuthWorld world = new LocalAuthWorld();
    EmailAddress known = world.anIdentity().email();
    NewIdentity invited = IdentitySamples.anIdentityWithoutPassword();
    world.provider.identities().create(invited);
    AuthProvider provider = world.open(withTurns(turns));
    Secret tooLong = Secret.of("x".repeat(129));

    assertThat(hashesOf(hashes, () -> provider.signIn().withPassword(known, PASSWORD)))
        .isEqualTo(1);
    for (EmailAddress email : new EmailAddress[] {known, invited.email(), anEmail()}) {
      for (Secret password : new Secret[] {Secret.of("wrong one"), Secret.of(""), tooLong}) {
        assertThat(hashesOf(hashes, () -> provider.signIn().withPassword(email, password)))
            .as("hashes for %s", email)
            .isEqualTo(1);
      }
    }
  }

  private static int hashesOf(AtomicInteger hashes, Runnable work) {
    int before = hashes.get();
    work.run();
    return hashes.get() - before;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plain text",
        "$2b$12$abcdefghijklmnopqrstuv",
        "$argon2i$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
        "$argon2id$v=19$m=9999999,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
        "$argon2id$v=19$m=256,t=0,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4"
      })
  void aStoredHashThatIsNotOursIsABugAndIsNotPrinted(String hash) {
    assertThatThrownBy(() -> cheapPasswords().check(PASSWORD, hash))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageNotContaining("nf65")
        .hasMessageNotContaining("plain text");
  }
}
