package dev.stagedoor.providers.shopify;

import dev.stagedoor.domain.fake.MutableClock;
import dev.stagedoor.domain.invoicing.Merchant;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.providers.support.HttpLimits;
import dev.stagedoor.providers.support.ProviderRuntime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Our Shopify against the small one. Repeats no call: what a contract sees is what one call does.
 */
final class ShopifyFixture implements AutoCloseable {
  static {
    // The first call reads hundreds of classes, for which no time limit is meant.
    try (ShopifyFixture first = new ShopifyFixture()) {
      Object ignored = first.shopify().invoicingProvider().merchants().check(first.ada());
    }
  }

  final MutableClock clock = new MutableClock(Instant.parse("2026-08-01T10:00:00Z"));
  final ShopifyStub stub = new ShopifyStub();
  private final Shopify patient = open(HttpLimits.DEFAULT.withRepeats(0));
  private final Shopify hasty =
      open(HttpLimits.DEFAULT.withRepeats(0).withExchange(Duration.ofMillis(300)));

  private Shopify open(HttpLimits limits) {
    return Shopify.open(
        new ShopifyConfig(ShopifyConfig.API_VERSION, stub.baseUrl()),
        ProviderRuntime.plain().with(clock),
        limits);
  }

  /** Returns the adapter; one that does not wait for long where waiting is in vain. */
  Shopify shopify() {
    return stub.isSlow() ? hasty : patient;
  }

  Merchant ada() {
    return keyed(ShopifyStub.ADAS_TOKEN, ShopifyStub.ADA);
  }

  Merchant bob() {
    return keyed(ShopifyStub.BOBS_TOKEN, ShopifyStub.BOB);
  }

  static Merchant keyed(String token, String site) {
    return new Merchant.Keyed(Secret.of(token), Optional.of(site));
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
