package dev.stagedoor.providers.sandbox.site;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.stagedoor.domain.ticketing.SaleStatus;
import dev.stagedoor.providers.sandbox.ticketing.Sale;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The ticket shop's events, newest first. */
@Serdeable
record SalesResponse(boolean down, List<SaleResponse> events) {
  /**
   * One event, as the shop's own console would show it.
   *
   * @param status the shop's word for how the sale stands
   * @param stands the product's word for it; absent when it has none
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record SaleResponse(
      String id,
      String title,
      String status,
      @Nullable String stands,
      @Nullable String eventId,
      @Nullable String startsAt,
      @Nullable String endsAt,
      int sold,
      String page,
      String widget,
      String createdAt) {
    static SaleResponse from(Sale sale, Optional<SaleStatus> stands) {
      String page = "/sandbox/tickets/event/" + sale.id();
      return new SaleResponse(
          sale.id(),
          sale.title(),
          sale.status().toLowerCase(Locale.ROOT),
          stands.map(status -> status.name().toLowerCase(Locale.ROOT)).orElse(null),
          sale.ours(),
          text(sale.startsAt()),
          text(sale.endsAt()),
          sale.sold(),
          page,
          page + "/widget",
          sale.createdAt().toString());
    }

    private static @Nullable String text(@Nullable Instant time) {
      return time == null ? null : time.toString();
    }
  }
}
