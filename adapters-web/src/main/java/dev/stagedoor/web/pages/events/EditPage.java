package dev.stagedoor.web.pages.events;

import dev.stagedoor.application.events.EventView;
import dev.stagedoor.application.ticketing.ConnectionView;
import dev.stagedoor.application.ticketing.TicketSystems.TicketSystem;
import dev.stagedoor.web.pages.Form;
import java.util.List;
import java.util.Optional;

/**
 * An event as its organiser runs it.
 *
 * @param typed what was typed into one of its forms, or is there
 * @param system where its tickets are sold, or would be; empty where nobody sells tickets
 * @param connection what the reader connected at that system
 * @param embedOrigins which sites may show the tickets in a frame
 * @param snippet what another site is given to show them
 */
public record EditPage(
    EventView event,
    Typed typed,
    Optional<TicketSystem> system,
    Optional<ConnectionView> connection,
    List<String> embedOrigins,
    String snippet) {
  /** What stands in the forms of the page: that of the plan, of the sale and of the connection. */
  public record Typed(Form plan, Form sale, Form connecting) {
    static Typed nothing(EventView event) {
      return new Typed(EventFields.filled(event), Form.empty(), Form.empty());
    }

    Typed plan(Form form) {
      return new Typed(form, sale, connecting);
    }

    Typed sale(Form form) {
      return new Typed(plan, form, connecting);
    }

    Typed connecting(Form form) {
      return new Typed(plan, sale, form);
    }
  }

  public EditPage {
    embedOrigins = List.copyOf(embedOrigins);
  }

  public Form plan() {
    return typed.plan();
  }

  public Form sale() {
    return typed.sale();
  }

  public Form connecting() {
    return typed.connecting();
  }

  /** Tells whether the system lets the organiser in from here; else they name the sale's id. */
  public boolean letsIn() {
    return system.filter(TicketSystem::letsOrganisersIn).isPresent();
  }

  /** Tells whether the organiser may connect an account of their own at the system. */
  public boolean mayConnect() {
    return system.filter(TicketSystem::hearsOrganisers).isPresent();
  }

  public Optional<String> salePage() {
    return new Tickets(event, false).page();
  }

  public boolean everybodyMayEmbed() {
    return embedOrigins.equals(List.of(EmbedSettings.EVERYBODY));
  }

  /** Returns in one line which sites may show the tickets in a frame. */
  public String mayEmbed() {
    return embedOrigins.isEmpty() ? "–" : String.join(", ", embedOrigins);
  }
}
