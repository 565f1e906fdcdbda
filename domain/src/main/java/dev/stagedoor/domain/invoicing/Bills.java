package dev.stagedoor.domain.invoicing;

import dev.stagedoor.domain.kernel.ProviderRef;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the provider has for an invoice: the one that counts, and those that are to be taken back.
 *
 * <p>Invariant: none of them is both.
 */
final class Bills {
  private final Set<ProviderRef> unwanted = new LinkedHashSet<>();
  private @Nullable ProviderRef ref;
  private @Nullable URI page;

  Bills(InvoiceSnapshot from) {
    this.ref = from.ref();
    this.page = from.page();
    this.unwanted.addAll(from.unwanted());
  }

  /** Tells whether there is one that counts. */
  boolean areKnown() {
    return ref != null;
  }

  /** Tells whether another one than this counts. */
  boolean haveAnother(ProviderRef than) {
    return ref != null && !ref.equals(than);
  }

  /** Counts this one; what counted before is to be taken back. */
  void know(ProviderRef told, Optional<URI> where) {
    if (ref != null && !ref.equals(told)) {
      unwanted.add(ref);
    }
    unwanted.remove(told);
    ref = told;
    page = where.orElse(page);
  }

  /** Wants this one taken back; false when that is no news. */
  boolean refuse(ProviderRef told) {
    return unwanted.add(told);
  }

  /** Notes that this one need not be taken back any more. */
  void forget(ProviderRef told) {
    unwanted.remove(told);
  }

  Set<ProviderRef> unwanted() {
    return Set.copyOf(unwanted);
  }

  @Nullable ProviderRef ref() {
    return ref;
  }

  @Nullable URI page() {
    return page;
  }
}
