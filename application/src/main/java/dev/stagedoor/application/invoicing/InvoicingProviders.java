package dev.stagedoor.application.invoicing;

import dev.stagedoor.domain.invoicing.InvoicingProvider;
import dev.stagedoor.domain.kernel.ProviderId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The providers of invoices that are switched on. Merchants choose theirs by name; a stand-in (the
 * sandbox) answers for every provider that is not on. A stored invoice always goes back to the
 * provider that wrote it.
 */
public final class InvoicingProviders {
  private final Map<ProviderId, InvoicingProvider> byId = new LinkedHashMap<>();
  private final Optional<ProviderId> standIn;

  /**
   * @throws IllegalArgumentException when one id stands twice, or the stand-in is not among them
   */
  public InvoicingProviders(List<InvoicingProvider> providers, Optional<ProviderId> standIn) {
    for (InvoicingProvider provider : providers) {
      if (byId.put(provider.id(), provider) != null) {
        throw new IllegalArgumentException("two providers of invoices are called " + provider.id());
      }
    }
    this.standIn = standIn;
    standIn.ifPresent(
        id -> {
          if (!byId.containsKey(id)) {
            throw new IllegalArgumentException("the stand-in " + id + " writes no invoices");
          }
        });
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
    return Optional.ofNullable(byId.get(name)).or(() -> standIn.map(byId::get));
  }

  /**
   * Returns the provider that wrote an invoice.
   *
   * @throws IllegalStateException when it is not on
   */
  public InvoicingProvider of(ProviderId provider) {
    InvoicingProvider found = byId.get(provider);
    if (found == null) {
      throw new IllegalStateException("invoices were written at " + provider + ", which is not on");
    }
    return found;
  }

  /** Returns the providers whose merchants give leave instead of a key. */
  List<InvoicingProvider> askingForLeave() {
    return byId.values().stream().filter(provider -> provider.consent().isPresent()).toList();
  }

  /** Says in words who writes invoices: {@code stripe, others sandbox}. */
  public String description() {
    if (byId.isEmpty()) {
      return "nobody";
    }
    return Stream.concat(
            byId.keySet().stream()
                .filter(id -> !standIn.equals(Optional.of(id)))
                .map(ProviderId::value),
            standIn.map(id -> byId.size() == 1 ? id.value() : "others " + id).stream())
        .collect(Collectors.joining(", "));
  }
}
