package dev.stagedoor.domain.payments.port;

import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.payments.CheckoutOutcome;
import dev.stagedoor.domain.payments.CheckoutRequest;
import java.util.Optional;

/** Prepares charges that payers complete in their browser. */
public interface Checkouts {
  /**
   * Prepares a charge. The same key gives the same charge, however often it is asked for.
   *
   * <p>A lost answer is {@code Unknown}, never an exception; an amount or currency the provider
   * cannot express is {@code Refused}.
   *
   * @throws ProviderException {@code UNAUTHORISED}, {@code RATE_LIMITED} or {@code UNAVAILABLE},
   *     when surely no charge was prepared
   */
  CheckoutOutcome open(CheckoutRequest request);

  /** Returns what tells a browser to whom it pays, where the provider has such a key. */
  Optional<String> publishableKey();

  /**
   * Gives up a charge nobody has paid. Does nothing when it is paid, being paid, or given up
   * already, and where the provider has no way to do it; look it up afterwards to learn which. A
   * charge that could not be given up may still be paid.
   *
   * @throws ProviderException when the provider could not be asked; repeating is safe
   */
  void cancel(ProviderRef charge);
}
