package dev.stagedoor.persistence.events;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.events.ContactData;
import dev.stagedoor.domain.events.Event;
import dev.stagedoor.domain.events.EventId;
import dev.stagedoor.persistence.events.EventTables.Events;
import dev.stagedoor.persistence.sql.Documents;
import io.micronaut.core.type.Argument;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Events as rows. */
@Singleton
final class StoredEvents {
  static final List<Field<?>> COLUMNS =
      List.of(
          Events.ID,
          Events.ORGANISER_ID,
          Events.TITLE,
          Events.STARTS_AT,
          Events.ENDS_AT,
          Events.TIME_ZONE,
          Events.VENUE,
          Events.DESCRIPTION,
          Events.CONTACT,
          Events.CREATED_AT,
          Events.UPDATED_AT,
          Events.VERSION);

  private static final Argument<Map<String, String>> CONTACT =
      Argument.mapOf(String.class, String.class);

  private final Documents documents;

  StoredEvents(Documents documents) {
    this.documents = documents;
  }

  /** Returns what changes in the row of an event, all but its id and version. */
  Map<Field<?>, @Nullable Object> values(Event.Snapshot event) {
    Event.Plan plan = event.plan();
    Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
    values.put(Events.ORGANISER_ID, event.organiser().value());
    values.put(Events.TITLE, plan.title());
    values.put(Events.STARTS_AT, plan.startsAt());
    values.put(Events.ENDS_AT, plan.endsAt().orElse(null));
    values.put(Events.OVER_AT, plan.overAt());
    values.put(Events.TIME_ZONE, plan.timeZone().getId());
    values.put(Events.VENUE, plan.venue());
    values.put(Events.DESCRIPTION, plan.description());
    values.put(Events.CONTACT, JSONB.valueOf(documents.write(plan.contact().entries())));
    values.put(Events.CREATED_AT, event.createdAt());
    values.put(Events.UPDATED_AT, event.updatedAt());
    return values;
  }

  Event event(Record row) {
    return Event.restore(
        new Event.Snapshot(
            new EventId(row.get(Events.ID)),
            new UserId(row.get(Events.ORGANISER_ID)),
            new Event.Plan(
                row.get(Events.TITLE),
                row.get(Events.STARTS_AT),
                Optional.ofNullable(row.get(Events.ENDS_AT)),
                ZoneId.of(row.get(Events.TIME_ZONE)),
                row.get(Events.VENUE),
                row.get(Events.DESCRIPTION),
                new ContactData(documents.read(row.get(Events.CONTACT).data(), CONTACT))),
            row.get(Events.CREATED_AT),
            row.get(Events.UPDATED_AT),
            row.get(Events.VERSION)));
  }
}
