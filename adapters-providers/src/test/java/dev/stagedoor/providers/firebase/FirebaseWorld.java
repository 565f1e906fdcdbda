package dev.stagedoor.providers.firebase;

import dev.stagedoor.domain.auth.AuthProvider;
import dev.stagedoor.domain.auth.NewIdentity;
import dev.stagedoor.domain.auth.SignInOutcome;
import dev.stagedoor.domain.auth.SignedInTokens;
import dev.stagedoor.domain.contract.FailingFarSide;
import dev.stagedoor.domain.contract.FarSideFailure;
import dev.stagedoor.domain.fake.MutableClock;
import dev.stagedoor.domain.fixture.IdentitySamples;
import dev.stagedoor.providers.support.HttpLimits;
import dev.stagedoor.providers.support.ProviderCalls;
import dev.stagedoor.providers.support.ProviderRuntime;
import dev.stagedoor.providers.support.Waiting;
import dev.stagedoor.providers.support.WarmUp;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The stand-in for Firebase, and an adapter that pauses for no time. */
final class FirebaseWorld implements FailingFarSide, AutoCloseable {
  /** Repeats no call: what a test sees is what one call does. */
  static final HttpLimits ONCE = HttpLimits.DEFAULT.withRepeats(0);

  final FirebaseStub stub = FirebaseStub.start();
  final MutableClock clock = new MutableClock(Instant.now());
  private final HttpLimits limits;
  private final Firebase firebase;
  private @Nullable Firebase impatient;

  FirebaseWorld(HttpLimits limits) {
    this.limits = limits;
    firebase = open(stub.config(), limits);
  }

  Firebase open(FirebaseConfig config, HttpLimits limits) {
    return Firebase.open(config, ProviderRuntime.plain().with(clock).with(new NoWaiting()), limits);
  }

  /** Lets pauses pass at once. */
  private static final class NoWaiting implements Waiting {
    @Override
    public long nanoTime() {
      return 0;
    }

    @Override
    public void pause(Duration pause) {
      // Passed.
    }
  }

  /** Returns the adapter; one that does not wait for long where waiting is in vain. */
  AuthProvider provider() {
    return (impatient == null ? firebase : impatient).authProvider();
  }

  NewIdentity anIdentity() {
    NewIdentity identity = IdentitySamples.anIdentity();
    provider().identities().create(identity);
    return identity;
  }

  SignedInTokens signedIn() {
    return signedIn(anIdentity());
  }

  SignedInTokens signedIn(NewIdentity identity) {
    return ((SignInOutcome.SignedIn)
            provider().signIn().withPassword(identity.email(), IdentitySamples.PASSWORD))
        .tokens();
  }

  @Override
  public void fail(FarSideFailure how) {
    failAt("", how);
  }

  /** Makes the calls fail whose path has this in it. */
  void failAt(String path, FarSideFailure how) {
    if (how == FarSideFailure.SLOW) {
      SignedInTokens tokens = signedIn();
      HttpLimits soon = limits.withExchange(Duration.ofMillis(500));
      // It has access and keys already, so that what is slow is what the test asks.
      impatient =
          path.isEmpty()
              ? WarmUp.of(
                  () -> open(stub.config(), soon),
                  opened -> opened.authProvider().tokens().verify(tokens.accessToken()))
              : open(stub.config(), soon);
    }
    stub.failAt(path, how);
  }

  @Override
  public void recover() {
    stub.recover();
    impatient = close(impatient);
    clock.advance(ProviderCalls.REST.plusSeconds(1));
  }

  private static @Nullable Firebase close(@Nullable Firebase opened) {
    if (opened != null) {
      opened.close();
    }
    return null;
  }

  @Override
  public void close() {
    impatient = close(impatient);
    firebase.close();
    stub.close();
  }
}
