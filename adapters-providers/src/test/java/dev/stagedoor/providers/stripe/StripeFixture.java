package dev.stagedoor.providers.stripe;

import dev.stagedoor.domain.fake.MutableClock;
import dev.stagedoor.domain.invoicing.Merchant;
import dev.stagedoor.providers.support.HttpLimits;
import dev.stagedoor.providers.support.ProviderRuntime;
import dev.stagedoor.providers.support.Waiting;
import java.time.Duration;
import java.time.Instant;

/** Our Stripe against the small one, with pauses that pass at once. */
final class StripeFixture {
  final MutableClock clock = new MutableClock(Instant.parse("2026-08-01T10:00:00Z"));
  final StripeStub stub = StripeStub.start(clock);
  final Stripe stripe;

  static {
    // The first call reads hundreds of classes, for which no time limit is meant.
    StripeFixture first = new StripeFixture(0, Duration.ofMinutes(1));
    first.stripe.invoicingProvider().merchants().check(new Merchant.Operator());
    first.stub.close();
  }

  /** Repeats no call: what a contract sees is what one call does. */
  StripeFixture() {
    this(0);
  }

  /** Repeats a call so often. */
  StripeFixture(int repeats) {
    this(repeats, Duration.ofSeconds(1));
  }

  private StripeFixture(int repeats, Duration limit) {
    stripe =
        Stripe.open(
            config(stub),
            ProviderRuntime.plain().with(clock).with(new PassingWaiting()),
            HttpLimits.DEFAULT
                .withTotal(Duration.ofMinutes(2))
                .withExchange(limit)
                .withRepeats(repeats));
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
