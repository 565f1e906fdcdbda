package dev.stagedoor.web.pages.events;

import dev.stagedoor.application.events.EventView;
import dev.stagedoor.domain.events.ContactData;
import dev.stagedoor.domain.events.Event;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.web.pages.Form;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the form of an event says: fields in, fields out. */
final class EventFields {
  static final String TITLE = "title";
  static final String STARTS = "startsAt";
  static final String ENDS = "endsAt";
  static final String ZONE = "timeZone";
  static final String VENUE = "venue";
  static final String DESCRIPTION = "description";
  static final String CONTACT = "contactData.";

  private EventFields() {}

  static Form blank() {
    return Form.empty().with(ZONE, "UTC");
  }

  static Form filled(EventView event) {
    Form form =
        Form.empty()
            .with(TITLE, event.title())
            .with(STARTS, local(event.startsAt(), event.timeZone()))
            .with(ENDS, event.endsAt().map(end -> local(end, event.timeZone())).orElse(""))
            .with(ZONE, event.timeZone().getId())
            .with(VENUE, event.venue())
            .with(DESCRIPTION, event.description());
    for (String name : Contacts.KNOWN) {
      form = form.with(CONTACT + name, event.contact().getOrDefault(name, ""));
    }
    return form;
  }

  /**
   * Reads what an organiser says of an event.
   *
   * @param before the event as it is, where there is one; what the form does not ask for stays
   * @throws DomainException {@code INVALID_VALUE}
   */
  static Event.Plan plan(Form form, Optional<EventView> before) {
    ZoneId zone = zone(form);
    Optional<EventView> there = before.filter(event -> event.timeZone().equals(zone));
    Instant start =
        moment(form, STARTS, zone, there.map(EventView::startsAt))
            .orElseThrow(() -> DomainException.invalid(STARTS, "required"));
    return new Event.Plan(
        form.value(TITLE),
        start,
        moment(form, ENDS, zone, there.flatMap(EventView::endsAt)),
        zone,
        form.value(VENUE),
        form.value(DESCRIPTION).replace("\r\n", "\n"),
        contact(form, before.map(EventView::contact).orElse(Map.of())));
  }

  private static String local(Instant moment, ZoneId zone) {
    return LocalDateTime.ofInstant(moment, zone).truncatedTo(ChronoUnit.MINUTES).toString();
  }

  private static ZoneId zone(Form form) {
    try {
      return ZoneId.of(form.value(ZONE).strip());
    } catch (DateTimeException unknown) {
      throw DomainException.invalid(ZONE, "timezone");
    }
  }

  /** Reads a time; one that stands as it was shown is what it was, to the second. */
  private static Optional<Instant> moment(
      Form form, String field, ZoneId zone, Optional<Instant> before) {
    String typed = form.value(field).strip();
    if (typed.isEmpty()) {
      return Optional.empty();
    }
    if (before.filter(shown -> local(shown, zone).equals(typed)).isPresent()) {
      return before;
    }
    LocalDateTime local;
    try {
      local = LocalDateTime.parse(typed);
    } catch (DateTimeException unreadable) {
      throw DomainException.invalid(field, "date");
    }
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
    if (offsets.isEmpty()) {
      throw DomainException.invalid(field, "gap");
    }
    return Optional.of(local.toInstant(offsets.get(0)));
  }

  private static ContactData contact(Form form, Map<String, String> before) {
    Map<String, String> contact = new TreeMap<>(before);
    for (String name : Contacts.KNOWN) {
      String typed = form.value(CONTACT + name).strip();
      if (typed.isEmpty()) {
        contact.remove(name);
      } else {
        contact.put(name, typed);
      }
    }
    String email = contact.get(Contacts.EMAIL);
    if (email != null && Contacts.mail(email).isEmpty()) {
      throw DomainException.invalid(CONTACT + Contacts.EMAIL, "email");
    }
    String website = contact.get(Contacts.WEBSITE);
    if (website != null && Contacts.website(website).isEmpty()) {
      throw DomainException.invalid(CONTACT + Contacts.WEBSITE, "url");
    }
    return new ContactData(contact);
  }
}
