package dev.stagedoor.application.ticketing;

import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.ticketing.TicketingProvider;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What pages need to know of the ticketing systems that are on, before there is any sale.
 *
 * @param all those that are on
 * @param fresh the one that new sales are set up at; empty where nobody sells tickets
 */
public record TicketSystems(List<TicketSystem> all, Optional<TicketSystem> fresh) {
  /**
   * One ticketing system.
   *
   * @param frame an address of the one origin that all its frames have
   * @param letsOrganisersIn whether it lets organisers in who come from here
   * @param hearsOrganisers whether organisers may connect accounts of their own there
   */
  public record TicketSystem(
      String id, URI frame, boolean letsOrganisersIn, boolean hearsOrganisers) {
    private static final String ANY = "0";

    static TicketSystem of(TicketingProvider provider, boolean hearsOrganisers) {
      return new TicketSystem(
          provider.id().value(),
          provider.catalog().embed(new ProviderRef(provider.id(), ANY)).frame(),
          provider.setup().isPresent(),
          hearsOrganisers);
    }
  }

  public TicketSystems {
    all = List.copyOf(all);
  }

  /** Returns the addresses of what pages may show in frames. */
  public List<URI> frames() {
    return all.stream().map(TicketSystem::frame).toList();
  }

  public Optional<TicketSystem> named(String id) {
    return all.stream().filter(system -> system.id().equals(id)).findFirst();
  }
}
