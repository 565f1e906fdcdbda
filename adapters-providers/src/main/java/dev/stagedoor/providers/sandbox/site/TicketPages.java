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
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
    return show(id, "", "");
  }

  @Get("/{id}/widget")
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<String> widget(
      @PathVariable String id, @QueryValue(defaultValue = "") String iframeId) {
    return show(id, WIDGET, frame(iframeId));
  }

  @Post("/{id}/orders")
  @Consumes(MediaType.ALL)
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<String> order(@PathVariable String id) {
    return sell(id, "", "");
  }

  @Post("/{id}/widget/orders")
  @Consumes(MediaType.ALL)
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<String> orderInWidget(
      @PathVariable String id, @QueryValue(defaultValue = "") String iframeId) {
    return sell(id, WIDGET, frame(iframeId));
  }

  // By what the page around knows the frame, so that it is told how high the frame's page is.
  private static String frame(String iframeId) {
    return iframeId.isEmpty()
        ? ""
        : "?iframeId=" + URLEncoder.encode(iframeId, StandardCharsets.UTF_8);
  }

  private HttpResponse<String> sell(String id, String where, String frame) {
    if (tickets.isDown() || tickets.sell(id).isEmpty()) {
      return show(id, where, frame);
    }
    return HttpResponse.seeOther(URI.create(path(id) + where + frame));
  }

  private HttpResponse<String> show(String id, String where, String frame) {
    boolean isFramed = where.equals(WIDGET);
    if (tickets.isDown()) {
      return shown(HostedPage.shopIsDown(), isFramed).answer(HttpStatus.SERVICE_UNAVAILABLE);
    }
    Optional<Sale> found = tickets.find(id);
    if (found.isEmpty()) {
      return HostedPage.absent();
    }
    Sale sale = found.get();
    boolean isLive = tickets.stands(sale).filter(SaleStatus.LIVE::equals).isPresent();
    HostedPage page = shown(new HostedPage(sale.title()), isFramed);
    says(page, "Begins", sale.startsAt());
    says(page, "Ends", sale.endsAt());
    if (!isLive) {
      return page.says("There are no tickets on sale.").answer(HttpStatus.NOT_FOUND);
    }
    return page.says("Tickets sold: " + sale.sold())
        .form(path(sale.id()) + where + "/orders" + frame, "", "Get a ticket")
        .answer(HttpStatus.OK);
  }

  private static HostedPage shown(HostedPage page, boolean isFramed) {
    return isFramed ? page.inFrames(true).script("/sandbox/ticket-widget.js") : page;
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
