package dev.stagedoor.providers.sandbox.ticketing;

import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderException.Kind;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.ticketing.SaleStatus;
import dev.stagedoor.domain.ticketing.TicketEmbed;
import dev.stagedoor.domain.ticketing.TicketOffer;
import dev.stagedoor.domain.ticketing.port.TicketCatalog;
import dev.stagedoor.providers.sandbox.SandboxLine;
import java.util.Optional;

/** Looks up what the sandbox's shop sells. */
final class SandboxTicketCatalog implements TicketCatalog {
  private final SandboxTickets farSide;
  private final SandboxLine line;
  private final TicketAddresses addresses;

  SandboxTicketCatalog(SandboxTickets farSide, SandboxLine line, TicketAddresses addresses) {
    this.farSide = farSide;
    this.line = line;
    this.addresses = addresses;
  }

  @Override
  public Optional<TicketOffer> find(ProviderRef event) {
    return line.tell(
        () -> {
          if (farSide.isDown()) {
            throw new ProviderException(
                SandboxLine.ID, Kind.UNAVAILABLE, "the ticket shop is down");
          }
          return farSide.find(event).map(sale -> describe(event, sale));
        });
  }

  private TicketOffer describe(ProviderRef event, Sale sale) {
    SaleStatus status =
        farSide
            .stands(sale)
            .orElseThrow(
                () ->
                    new ProviderException(
                        SandboxLine.ID, Kind.UNREADABLE, "a sale has a status that nobody knows"));
    return new TicketOffer(
        event,
        sale.title(),
        status,
        Optional.ofNullable(sale.startsAt()),
        Optional.ofNullable(sale.endsAt()),
        embed(event));
  }

  @Override
  public TicketEmbed embed(ProviderRef event) {
    return addresses.of(event.value());
  }

  @Override
  public String toString() {
    return "the sandbox's ticket shop";
  }
}
