package dev.stagedoor.providers.stripe;

import dev.stagedoor.domain.fake.MutableClock;
import dev.stagedoor.providers.support.HttpLimits;
import dev.stagedoor.providers.support.ProviderRuntime;
import dev.stagedoor.providers.support.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Our Stripe against the small one, with pauses that pass at once. */
final class StripeFixture {
  final MutableClock clock = new MutableClock(Instant.parse("2026-08-01T10:00:00Z"));
  final StripeStub stub = StripeStub.start(clock);
  final Stripe stripe =
      Stripe.open(
          config(stub),
          ProviderRuntime.plain().with(clock).with(new PassingWaiting()),
          HttpLimits.DEFAULT.withExchange(Duration.ofMillis(400)));

  static StripeConfig config(StripeStub stub) {
    return new StripeConfig(
        StripeStub.API_KEY,
        StripeStub.PUBLISHABLE_KEY,
        StripeStub.WEBHOOK_SECRET,
        Optional.of(StripeStub.CLIENT_ID),
        stub.baseUrl(),
        stub.baseUrl());
  }

  private static final class PassingWaiting implements Waiting {
    private long now;

    @Override
    public synchronized long nanoTime() {
      return now;
    }

    @Override
    public synchronized void pause(Duration pause) {
      now += pause.toNanos();
    }
  }

  /** Lets the stub work again, and the circuit, if it opened, close. */
  void recover() {
    stub.recover();
    clock.advance(Duration.ofMinutes(2));
  }
}
