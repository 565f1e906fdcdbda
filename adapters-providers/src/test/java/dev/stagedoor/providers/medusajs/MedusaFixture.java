package dev.stagedoor.providers.medusajs;

import dev.stagedoor.domain.fake.MutableClock;
import dev.stagedoor.domain.invoicing.Merchant;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.providers.support.HttpLimits;
import dev.stagedoor.providers.support.ProviderRuntime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Our Medusa against the small one. Repeats no call: what a contract sees is what one call does.
 */
final class MedusaFixture implements AutoCloseable {
  static final String LINKS = "https://shop.example.org/pay/{order}?from=stagedoor";

  static {
    // The first call reads hundreds of classes, for which no time limit is meant.
    try (MedusaFixture first = new MedusaFixture()) {
      Object ignored = first.medusa().invoicingProvider().merchants().check(first.ada());
    }
  }

  final MutableClock clock = new MutableClock(Instant.parse("2026-08-01T10:00:00Z"));
  final MedusaStub stub = new MedusaStub();
  private final Medusa patient = open(HttpLimits.DEFAULT.withRepeats(0));
  private final Medusa hasty =
      open(HttpLimits.DEFAULT.withRepeats(0).withExchange(Duration.ofMillis(300)));

  private Medusa open(HttpLimits limits) {
    return Medusa.open(
        new MedusaConfig(LINKS, List.of("127.0.0.1")), ProviderRuntime.plain().with(clock), limits);
  }

  /** Returns the adapter; one that does not wait for long where waiting is in vain. */
  Medusa medusa() {
    return stub.isSlow() ? hasty : patient;
  }

  Merchant ada() {
    return keyed(MedusaStub.ADAS_KEY);
  }

  Merchant bob() {
    return keyed(MedusaStub.BOBS_KEY);
  }

  Merchant keyed(String key) {
    return keyed(key, stub.baseUrl().toString());
  }

  static Merchant keyed(String key, String site) {
    return new Merchant.Keyed(Secret.of(key), Optional.of(site));
  }

  /** Lets the stub work again, and the circuits, if any opened, close. */
  void recover() {
    stub.recover();
    clock.advance(Duration.ofMinutes(2));
  }

  @Override
  public void close() {
    patient.close();
    hasty.close();
    stub.close();
  }
}
