package dev.stagedoor.providers.sandbox.site;

import dev.stagedoor.domain.ticketing.SaleStatus;
import dev.stagedoor.providers.sandbox.Sandbox;
import dev.stagedoor.providers.sandbox.ticketing.Sale;
import dev.stagedoor.providers.sandbox.ticketing.SandboxTickets;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What visitors see of the ticket shop: an event's page, and what other sites show in a frame. */
@Controller("/sandbox/tickets/event")
@ExecuteOn(TaskExecutors.BLOCKING)
final class TicketPages {
  private static final String WIDGET = "/widget";

  private final SandboxTickets tickets;

  TicketPages(Sandbox sandbox) {
    this.tickets = sandbox.tickets();
  }

  @Get("/{id}")
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<String> page(@PathVariable String id) {
    return show(id, "");
  }

  @Get("/{id}/widget")
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<String> widget(@PathVariable String id) {
    return show(id, WIDGET);
  }

  @Post("/{id}/orders")
  @Consumes(MediaType.ALL)
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<String> order(@PathVariable String id) {
    return sell(id, "");
  }

  @Post("/{id}/widget/orders")
  @Consumes(MediaType.ALL)
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<String> orderInWidget(@PathVariable String id) {
    return sell(id, WIDGET);
  }

  private HttpResponse<String> sell(String id, String where) {
    if (tickets.isDown() || tickets.sell(id).isEmpty()) {
      return show(id, where);
    }
    return HttpResponse.seeOther(URI.create(path(id) + where));
  }

  private HttpResponse<String> show(String id, String where) {
    if (tickets.isDown()) {
      return new HostedPage("The ticket shop is down")
          .says("Please come back later.")
          .inFrames(where.equals(WIDGET))
          .answer(HttpStatus.SERVICE_UNAVAILABLE);
    }
    Optional<Sale> found = tickets.find(id);
    if (found.isEmpty()) {
      return HostedPage.absent();
    }
    Sale sale = found.get();
    boolean isLive = tickets.stands(sale).filter(SaleStatus.LIVE::equals).isPresent();
    HostedPage page = new HostedPage(sale.title()).inFrames(where.equals(WIDGET));
    says(page, "Begins", sale.startsAt());
    says(page, "Ends", sale.endsAt());
    if (!isLive) {
      return page.says("There are no tickets on sale.").answer(HttpStatus.NOT_FOUND);
    }
    return page.says("Tickets sold: " + sale.sold())
        .form(path(sale.id()) + where + "/orders", "", "Get a ticket")
        .answer(HttpStatus.OK);
  }

  private static void says(HostedPage page, String what, @Nullable Instant at) {
    if (at != null) {
      page.says(what + " " + at);
    }
  }

  private static String path(String id) {
    return "/sandbox/tickets/event/" + id;
  }
}
