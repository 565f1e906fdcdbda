package dev.stagedoor.application.invoicing;

import dev.stagedoor.application.providers.NamedProviders;
import dev.stagedoor.domain.invoicing.InvoicingProvider;
import dev.stagedoor.domain.kernel.ProviderId;
import java.util.List;
import java.util.Optional;

/**
 * The providers of invoices that are switched on. Merchants choose theirs by name; a stand-in (the
 * sandbox) answers for every provider that is not on. A stored invoice always goes back to the
 * provider that wrote it.
 */
public final class InvoicingProviders {
  private final NamedProviders<InvoicingProvider> providers;

  /**
   * @throws IllegalArgumentException when one id stands twice, or the stand-in is not among them
   */
  public InvoicingProviders(List<InvoicingProvider> providers, Optional<ProviderId> standIn) {
    this.providers =
        new NamedProviders<>("providers of invoices", providers, InvoicingProvider::id, standIn);
  }

  /** One provider for everything, which stands in for all others. */
  public static InvoicingProviders only(InvoicingProvider provider) {
    return new InvoicingProviders(List.of(provider), Optional.of(provider.id()));
  }

  /** For whoever writes no invoices. */
  public static InvoicingProviders none() {
    return new InvoicingProviders(List.of(), Optional.empty());
  }

  /** Returns who answers for a provider that is asked for by name; empty when nobody does. */
  public Optional<InvoicingProvider> named(ProviderId name) {
    return providers.answering(name);
  }

  /**
   * Returns the provider that wrote an invoice.
   *
   * @throws IllegalStateException when it is not on
   */
  public InvoicingProvider of(ProviderId provider) {
    return providers
        .get(provider)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "invoices were written at " + provider + ", which is not on"));
  }

  /** Returns the providers whose merchants give leave instead of a key. */
  List<InvoicingProvider> askingForLeave() {
    return providers.all().stream().filter(provider -> provider.consent().isPresent()).toList();
  }

  /** Says in words who writes invoices: {@code stripe, others sandbox}. */
  public String description() {
    return providers.description();
  }
}
