package dev.stagedoor.providers.sandbox.site;

import dev.stagedoor.providers.sandbox.Sandbox;
import dev.stagedoor.providers.sandbox.ticketing.Sale;
import dev.stagedoor.providers.sandbox.ticketing.SandboxTickets;
import dev.stagedoor.providers.sandbox.ticketing.ShopStatus;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What organisers and the operator do in the ticket shop. */
@Controller("/sandbox/ticketing")
@ExecuteOn(TaskExecutors.BLOCKING)
final class TicketControls {
  private final SandboxTickets tickets;

  TicketControls(Sandbox sandbox) {
    this.tickets = sandbox.tickets();
  }

  /** How a sale shall stand: {@code DRAFT}, {@code LIVE}, {@code ARCHIVED} and the others. */
  @Serdeable
  record StatusRequest(@Nullable String status) {
    ShopStatus wanted() {
      return Optional.ofNullable(status)
          .flatMap(ShopStatus::of)
          .orElseThrow(
              () ->
                  ControlRefusal.invalid(
                      "status", "A status is DRAFT, LIVE, ARCHIVED, CANCELLED or ENDED."));
    }
  }

  /** Whether the shop shall be down. */
  @Serdeable
  record ShopRequest(@Nullable Boolean down) {
    boolean isDown() {
      if (down == null) {
        throw ControlRefusal.invalid("down", "The shop is down or it is not: true or false.");
      }
      return down;
    }
  }

  @Get("/events")
  SalesResponse list(@QueryValue(defaultValue = "50") int limit) {
    return new SalesResponse(
        tickets.isDown(), tickets.newest(Limit.of(limit)).stream().map(this::response).toList());
  }

  @Post("/events")
  @Status(HttpStatus.CREATED)
  SalesResponse.SaleResponse offer(@Body OfferRequest request) {
    return response(tickets.offer(request.sale()));
  }

  @Post("/events/{id}/status")
  SalesResponse.SaleResponse change(@PathVariable String id, @Body StatusRequest request) {
    return tickets
        .change(id, request.wanted())
        .map(this::response)
        .orElseThrow(() -> ControlRefusal.notFound("The ticket shop has no such event."));
  }

  @Post("/shop")
  SalesResponse shop(@Body ShopRequest request) {
    tickets.setDown(request.isDown());
    return list(1);
  }

  private SalesResponse.SaleResponse response(Sale sale) {
    return SalesResponse.SaleResponse.from(sale, tickets.stands(sale));
  }
}
