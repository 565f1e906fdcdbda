package dev.stagedoor.providers.sandbox.site;

import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.ticketing.SaleStatus;
import dev.stagedoor.providers.sandbox.Sandbox;
import dev.stagedoor.providers.sandbox.ticketing.Arrival;
import dev.stagedoor.providers.sandbox.ticketing.OrganiserDesk;
import dev.stagedoor.providers.sandbox.ticketing.Said;
import dev.stagedoor.providers.sandbox.ticketing.Sale;
import dev.stagedoor.providers.sandbox.ticketing.SandboxTickets;
import dev.stagedoor.providers.sandbox.ticketing.ShopStatus;
import dev.stagedoor.providers.sandbox.ticketing.Visit;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Where organisers set their sale up who are signed in at the product: they come by a token, which
 * is in no address after that, and are known by a key of the visit.
 */
@Controller("/sandbox/tickets")
@ExecuteOn(TaskExecutors.BLOCKING)
final class OrganiserPages {
  private static final String DESK = "/sandbox/tickets/desk/";

  private final OrganiserDesk desk;
  private final SandboxTickets tickets;

  OrganiserPages(Sandbox sandbox) {
    this.desk = sandbox.organisers();
    this.tickets = sandbox.tickets();
  }

  @Get("/auth/cross-app")
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<String> comeIn(
      @QueryValue(value = "session_token", defaultValue = "") String token,
      @QueryValue(value = "event_id", defaultValue = "") String eventId) {
    if (tickets.isDown()) {
      return HostedPage.shopIsDown().answer(HttpStatus.SERVICE_UNAVAILABLE);
    }
    Optional<UUID> event = uuid(eventId);
    if (token.isBlank() || (event.isEmpty() && !eventId.isBlank())) {
      return refusal("You came without what lets you in.", List.of(), event);
    }
    Arrival arrival = desk.arrive(Secret.of(token), event);
    return arrival
        .visit()
        .map(visit -> HttpResponse.<String>seeOther(URI.create(DESK + visit.key())))
        .map(answer -> (HttpResponse<String>) answer)
        .orElseGet(
            () ->
                refusal(
                    "The product did not let you in: the way here works once and for a few"
                        + " minutes, and for your own events. Begin again there.",
                    arrival.said(),
                    event));
  }

  @Get("/desk/{key}")
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<String> show(@PathVariable String key) {
    if (tickets.isDown()) {
      return HostedPage.shopIsDown().answer(HttpStatus.SERVICE_UNAVAILABLE);
    }
    return desk.find(key).map(this::page).orElseGet(HostedPage::absent);
  }

  @Post("/desk/{key}")
  @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.APPLICATION_JSON})
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<String> move(@PathVariable String key, @Body TicketControls.StatusRequest request) {
    if (tickets.isDown()) {
      return HostedPage.shopIsDown().answer(HttpStatus.SERVICE_UNAVAILABLE);
    }
    Optional<Visit> visit = desk.find(key);
    if (visit.isEmpty()) {
      return HostedPage.absent();
    }
    Arrival moved = desk.move(visit.get(), request.wanted());
    return moved.visit().isPresent()
        ? HttpResponse.seeOther(URI.create(DESK + key))
        : refusal(
            "The product does not let you do that, or your time here is over. Begin again there.",
            moved.said(),
            visit.get().ours());
  }

  private HttpResponse<String> page(Visit visit) {
    HostedPage page = new HostedPage("Sell tickets").says("You are " + visit.who() + ".");
    Optional.ofNullable(visit.sale())
        .flatMap(tickets::find)
        .ifPresentOrElse(
            sale -> offers(page, visit, sale),
            () -> page.says("You came without an event, so there is nothing to sell yet."));
    asked(page, visit.said());
    return back(page, visit.ours()).answer(HttpStatus.OK);
  }

  private void offers(HostedPage page, Visit visit, Sale sale) {
    boolean isLive = tickets.stands(sale).filter(SaleStatus.LIVE::equals).isPresent();
    page.heading(sale.title())
        .says("Event " + sale.id() + " of this shop. Its sale is " + sale.status() + ".")
        .says("Tickets sold: " + sale.sold());
    if (isLive) {
      page.link("See it as visitors do", "/sandbox/tickets/event/" + sale.id());
    } else if (sale.status().equals(ShopStatus.LIVE.name())) {
      page.says("It is over, for the event has ended.");
    }
    for (ShopStatus next : ShopStatus.values()) {
      if (!next.name().equals(sale.status())) {
        page.form(
            DESK + visit.key(),
            "<input type=\"hidden\" name=\"status\" value=\"" + next.name() + "\">",
            label(sale, next));
      }
    }
  }

  private static String label(Sale sale, ShopStatus next) {
    return switch (next) {
      case LIVE ->
          sale.status().equals(ShopStatus.DRAFT.name()) ? "Publish the sale" : "Reopen the sale";
      case ENDED -> "End the sale";
      case CANCELLED -> "Cancel the event";
      case ARCHIVED -> "Archive the event";
      case DRAFT -> "Back to a draft";
    };
  }

  private static HttpResponse<String> refusal(String why, List<Said> said, Optional<UUID> event) {
    HostedPage page = new HostedPage("You cannot come in").warns(why);
    asked(page, said);
    return back(page, event).answer(HttpStatus.FORBIDDEN);
  }

  private static void asked(HostedPage page, List<Said> said) {
    if (!said.isEmpty()) {
      page.heading("What this shop asked the product")
          .list(said.stream().map(Said::toString).toList());
    }
  }

  private static HostedPage back(HostedPage page, Optional<UUID> event) {
    return page.link(
        event.isPresent() ? "Back to the event" : "Back to the site",
        event.map(id -> "/event/" + id).orElse("/"));
  }

  private static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException noId) {
      return Optional.empty();
    }
  }
}
