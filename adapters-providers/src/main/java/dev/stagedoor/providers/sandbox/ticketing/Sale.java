package dev.stagedoor.providers.sandbox.ticketing;

import dev.stagedoor.domain.ticketing.SaleStatus;
import dev.stagedoor.providers.sandbox.memory.MemoryJson;
import dev.stagedoor.providers.sandbox.webhooks.Notice;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One event as the shop keeps it, with everything it has to tell of it.
 *
 * @param status a {@link ShopStatus}, or what another version has written
 * @param ours the product's own event, where the organiser came from there
 * @param sold how many tickets are gone
 */
public record Sale(
    String id,
    String title,
    String status,
    @Nullable String ours,
    @Nullable Instant startsAt,
    @Nullable Instant endsAt,
    Instant createdAt,
    int sold,
    List<Notice> notices) {
  private static final String STATUS_CHANGED = "event.status_changed";

  public Sale {
    notices = List.copyOf(notices);
  }

  /**
   * @param page where it is shown
   */
  static Sale offered(String id, NewSale wanted, URI page, Instant now) {
    return new Sale(
            id,
            wanted.title(),
            ShopStatus.DRAFT.name(),
            wanted.ours().map(Object::toString).orElse(null),
            wanted.startsAt().orElse(null),
            wanted.endsAt().orElse(null),
            now,
            0,
            List.of())
        .telling(page, now);
  }

  /** Returns how the sale stands at a time, empty when nobody knows its status. */
  Optional<SaleStatus> standsAt(Instant now) {
    boolean isOver = endsAt != null && !now.isBefore(endsAt);
    return ShopStatus.of(status)
        .map(known -> known == ShopStatus.LIVE && isOver ? ShopStatus.ENDED.sale() : known.sale());
  }

  /** Moves the sale on, and tells so; what it is already changes nothing. */
  Sale moved(ShopStatus to, URI page, Instant now) {
    return status.equals(to.name()) ? this : with(to.name(), sold, notices).telling(page, now);
  }

  /** Tells once more how it stands, under the name and times that the event has now. */
  Sale preparedAgain(NewSale wanted, URI page, Instant now) {
    return new Sale(
            id,
            wanted.title(),
            status,
            ours,
            wanted.startsAt().orElse(null),
            wanted.endsAt().orElse(null),
            createdAt,
            sold,
            notices)
        .telling(page, now);
  }

  boolean isFor(UUID event) {
    return event.toString().equals(ours);
  }

  Sale soldOneMore() {
    return with(status, sold + 1, notices);
  }

  private Sale telling(URI page, Instant now) {
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("id", Long.parseLong(id));
    payload.put("title", title);
    payload.put("status", status);
    payload.put("event_url", page.toString());
    if (ours != null) {
      payload.put("tuvens_event_id", ours);
    }
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("event_type", STATUS_CHANGED);
    body.put("event_sent_at", now);
    body.put("payload", payload);
    Notice notice =
        new Notice(
            "evt_sandbox_ticket_" + id + "_" + notices.size(),
            Notice.TICKETS,
            STATUS_CHANGED,
            MemoryJson.write(body),
            now,
            now,
            1);
    return with(status, sold, Stream.concat(notices.stream(), Stream.of(notice)).toList());
  }

  private Sale with(String changed, int tickets, List<Notice> told) {
    return new Sale(id, title, changed, ours, startsAt, endsAt, createdAt, tickets, told);
  }
}
