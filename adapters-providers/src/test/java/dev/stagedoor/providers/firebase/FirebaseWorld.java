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
import java.time.Duration;
import java.time.Instant;

/** The stand-in for Firebase, and an adapter that loses patience soon and pauses for no time. */
final class FirebaseWorld implements FailingFarSide, AutoCloseable {
  static final HttpLimits IMPATIENT =
      HttpLimits.DEFAULT.withExchange(Duration.ofMillis(1_500)).withRepeats(0);

  final FirebaseStub stub = FirebaseStub.start();
  final MutableClock clock = new MutableClock(Instant.now());
  private final Firebase firebase;

  FirebaseWorld(HttpLimits limits) {
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

  AuthProvider provider() {
    return firebase.authProvider();
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
    stub.fail(how);
  }

  @Override
  public void recover() {
    stub.recover();
    clock.advance(ProviderCalls.REST.plusSeconds(1));
  }

  @Override
  public void close() {
    firebase.close();
    stub.close();
  }
}
