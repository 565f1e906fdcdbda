package dev.stagedoor.application.ticketing;

import dev.stagedoor.application.providers.NamedProviders;
import dev.stagedoor.application.ticketing.TicketSystems.TicketSystem;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.ticketing.TicketingError;
import dev.stagedoor.domain.ticketing.TicketingProvider;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** The ticketing systems that are switched on, and which one new sales are set up at. */
public final class TicketingProviders {
  private final NamedProviders<TicketingProvider> providers;
  private final Optional<ProviderId> fresh;

  private TicketingProviders(
      List<TicketingProvider> providers, Optional<ProviderId> fresh, Optional<ProviderId> standIn) {
    this.providers =
        new NamedProviders<>("ticketing systems", providers, TicketingProvider::id, standIn);
    this.fresh = fresh;
    fresh.ifPresent(
        id -> {
          if (this.providers.get(id).isEmpty()) {
            throw new IllegalArgumentException(
                "the route ticketing leads to "
                    + id
                    + ", which is not on; on are "
                    + this.providers.description());
          }
        });
  }

  /**
   * Sets new sales up at one of these.
   *
   * @param standIn who answers for systems that are not on
   * @throws IllegalArgumentException when one id stands twice, or one that is named is not on
   */
  public static TicketingProviders of(
      List<TicketingProvider> providers, ProviderId fresh, Optional<ProviderId> standIn) {
    return new TicketingProviders(providers, Optional.of(fresh), standIn);
  }

  /** One system for everything. */
  public static TicketingProviders only(TicketingProvider provider) {
    return of(List.of(provider), provider.id(), Optional.empty());
  }

  /** For whoever sells no tickets. */
  public static TicketingProviders none() {
    return new TicketingProviders(List.of(), Optional.empty(), Optional.empty());
  }

  /**
   * Returns the system that new sales are set up at.
   *
   * @throws DomainException {@code TICKETING_OFF} when there is {@linkplain #none none}
   */
  public TicketingProvider forNew() {
    return fresh
        .flatMap(providers::get)
        .orElseThrow(() -> new DomainException(TicketingError.TICKETING_OFF));
  }

  /** Returns the system of a name; empty when it is not on and nobody stands in for it. */
  public Optional<TicketingProvider> named(ProviderId name) {
    return providers.answering(name);
  }

  /** Returns the system that has a sale, empty when it is not on any more. */
  public Optional<TicketingProvider> of(ProviderRef sale) {
    return providers.get(sale.provider());
  }

  /**
   * Returns what pages need to know of those that are on.
   *
   * @param hearsOrganisers whether organisers may connect accounts of their own at one
   */
  public TicketSystems systems(Predicate<ProviderId> hearsOrganisers) {
    Function<TicketingProvider, TicketSystem> system =
        one -> TicketSystem.of(one, hearsOrganisers.test(one.id()));
    return new TicketSystems(
        providers.all().stream().map(system).toList(), fresh.flatMap(providers::get).map(system));
  }

  /** Returns in words who sells. */
  public String description() {
    return fresh.map(ProviderId::value).orElse("nobody");
  }
}
