package dev.stagedoor.providers.stripe;

import dev.stagedoor.domain.fake.MutableClock;
import dev.stagedoor.providers.support.HttpLimits;
import dev.stagedoor.providers.support.ProviderRuntime;
import dev.stagedoor.providers.support.Waiting;
import java.time.Duration;
import java.time.Instant;

/** Our Stripe against the small one, with pauses that pass at once. */
final class StripeFixture {
  final MutableClock clock = new MutableClock(Instant.parse("2026-08-01T10:00:00Z"));
  final StripeStub stub = StripeStub.start(clock);
  private final HttpLimits limits;
  private final Stripe stripe;

  /** Repeats no call: what a contract sees is what one call does. */
  StripeFixture() {
    this(0);
  }

  /** Repeats a call so often. */
  StripeFixture(int repeats) {
    limits = HttpLimits.DEFAULT.withRepeats(repeats);
    stripe = open(limits);
  }

  private Stripe open(HttpLimits within) {
    return Stripe.open(
        config(stub), ProviderRuntime.plain().with(clock).with(new PassingWaiting()), within);
  }

  /** Returns the adapter; one that does not wait for long where waiting is in vain. */
  Stripe stripe() {
    return stub.isSlow() ? open(limits.withExchange(Duration.ofMillis(300))) : stripe;
  }

  static StripeConfig config(StripeStub stub) {
    return new StripeConfig(
        StripeStub.API_KEY,
        StripeStub.PUBLISHABLE_KEY,
        StripeStub.WEBHOOK_SECRET,
        StripeStub.CLIENT_ID,
        stub.baseUrl(),
        stub.baseUrl(),
        stub.baseUrl().resolve("/v3/"));
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
