package dev.stagedoor.web.events;

import dev.stagedoor.domain.ticketing.TicketingStatus;
import dev.stagedoor.web.events.Fair.Caller;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * What one route of events and of what goes between applications is for, from which its tests are
 * made. Every route must be in {@link #ALL}; a new one that is not fails them.
 *
 * @param success the status when it is allowed
 * @param body a good body, member by member; none: the route takes none
 * @param required the members that a body must have
 * @param answer the members of its answer, in words of {@link #SHAPES}; blank for none
 */
record EventRule(
    String method,
    String path,
    int success,
    Guard guard,
    Map<String, Function<Fair, Object>> body,
    Set<String> required,
    String answer) {

  /** Who may, depending on how the event's tickets stand. */
  enum Guard {
    ANYBODY {
      @Override
      int refusal(Caller caller, TicketingStatus status) {
        return 0;
      }
    },
    /** It is about the caller. */
    CALLER {
      @Override
      int refusal(Caller caller, TicketingStatus status) {
        return caller == Caller.VISITOR ? 401 : 0;
      }
    },
    /** Events are public, so that whoever may not is told so. */
    ORGANISED {
      @Override
      int refusal(Caller caller, TicketingStatus status) {
        boolean mayRun = caller == Caller.ORGANISER || caller == Caller.ADMIN;
        return caller == Caller.VISITOR ? 401 : mayRun ? 0 : 403;
      }
    },
    /** What can be done until tickets are on sale. */
    PREPARED {
      @Override
      int refusal(Caller caller, TicketingStatus status) {
        int unknown = ORGANISED.refusal(caller, status);
        boolean wasOnSale = status == TicketingStatus.ACTIVE || status == TicketingStatus.INACTIVE;
        return unknown == 0 && wasOnSale ? 409 : unknown;
      }
    },
    /** The organiser's connection, which nobody else knows of. */
    OWNED {
      @Override
      int refusal(Caller caller, TicketingStatus status) {
        return caller == Caller.VISITOR ? 401 : caller == Caller.ORGANISER ? 0 : 404;
      }
    },
    ADMIN {
      @Override
      int refusal(Caller caller, TicketingStatus status) {
        return caller == Caller.VISITOR ? 401 : caller == Caller.ADMIN ? 0 : 403;
      }
    },
    /** The ticketing system's, by what it shares with us; no person's. */
    SHARED {
      @Override
      int refusal(Caller caller, TicketingStatus status) {
        return 401;
      }
    };

    /** Returns the status of the refusal, 0 for none. */
    abstract int refusal(Caller caller, TicketingStatus status);
  }

  static final Map<String, String> SHAPES =
      Map.of(
          "event",
          "id title startsAt endsAt? timeZone venue? description? organiserId organiserName isOver"
              + " hasTicketing hiEventsEventId? ticketing_enabled ticketing_status ticketing_stale"
              + " ticketing_provider? ticketing_event_id? hi_events_event_id? hi_events_event_url?"
              + " contactData:any createdAt updatedAt",
          "connection",
          "id provider webhookUrl createdAt",
          "use",
          "id at action sessionId? userId? accountId? eventId? allowed refusal? detail address");

  private static final String PAGED = " page limit total";

  static final List<EventRule> ALL =
      List.of(
          rule("POST", "/api/events", 201, Guard.CALLER, "event:event")
              .must("title", "Summer fair")
              .must("startsAt", "2027-07-03T18:00:00+02:00")
              .may("endsAt", "2027-07-03T22:00")
              .must("timeZone", "Europe/Madrid")
              .may("venue", "The park")
              .may("description", "Music.")
              .may("contactData", Map.of("phone", "1")),
          rule("GET", "/api/events", 200, Guard.ANYBODY, "events[]:event" + PAGED),
          rule("GET", "/api/events/{id}", 200, Guard.ANYBODY, "event:event"),
          rule("PATCH", "/api/events/{id}", 200, Guard.ORGANISED, "event:event")
              .may("title", "Another fair")
              .may("startsAt", "2027-07-03T18:00:00Z")
              .may("endsAt", "2027-07-03T22:00:00Z")
              .may("timeZone", "Europe/Lisbon")
              .may("venue", "The hall")
              .may("description", "More music.")
              .may("contactData", Map.of("phone", "2")),
          rule(
              "POST",
              "/api/events/{id}/ticketing/enable",
              200,
              Guard.PREPARED,
              "event:event redirectUrl"),
          rule("POST", "/api/events/{id}/ticketing/cancel", 200, Guard.PREPARED, "event:event"),
          rule("GET", "/api/ticketing/connections", 200, Guard.CALLER, "connections[]:connection"),
          rule(
                  "PUT",
                  "/api/ticketing/connections/{provider}",
                  200,
                  Guard.CALLER,
                  "connection:connection")
              .must("webhookSecret", "signs from now on, and is long"),
          rule("DELETE", "/api/ticketing/connections/{id}", 204, Guard.OWNED, ""),
          rule(
                  "POST",
                  "/api/cross-app/generate-session",
                  200,
                  Guard.CALLER,
                  "session_token expires_at redirect_url")
              .may("app_id", "hi-events"),
          rule("POST", "/api/cross-app/validate-session", 200, Guard.SHARED, "")
              .must("session_token", Fair::token),
          rule("GET", "/api/cross-app/user-accounts", 200, Guard.SHARED, ""),
          rule("POST", "/api/cross-app/validate-permission", 200, Guard.SHARED, "")
              .must("session_token", Fair::token)
              .must("permission", "events.view"),
          rule("GET", "/api/admin/cross-app/uses", 200, Guard.ADMIN, "items[]:use" + PAGED));

  private static EventRule rule(
      String method, String path, int success, Guard guard, String answer) {
    return new EventRule(method, path, success, guard, Map.of(), Set.of(), answer);
  }

  private EventRule may(String member, Object value) {
    return with(member, fair -> value, false);
  }

  private EventRule must(String member, Object value) {
    return with(member, fair -> value, true);
  }

  private EventRule must(String member, Function<Fair, Object> value) {
    return with(member, value, true);
  }

  private EventRule with(String member, Function<Fair, Object> value, boolean isRequired) {
    Map<String, Function<Fair, Object>> more = new LinkedHashMap<>(body);
    more.put(member, value);
    Set<String> all = new java.util.TreeSet<>(required);
    if (isRequired) {
      all.add(member);
    }
    return new EventRule(method, path, success, guard, more, all, answer);
  }

  boolean isReading() {
    return method.equals("GET");
  }

  boolean isAboutSomething() {
    return path.contains("{");
  }

  String operation() {
    return method + " " + path;
  }

  /** Returns a good body, or nothing for a route that takes none. */
  Map<String, Object> goodBody(Fair fair) {
    Map<String, Object> values = new LinkedHashMap<>();
    body.forEach((member, value) -> values.put(member, value.apply(fair)));
    return values;
  }

  String address(Fair fair) {
    return at("" + (path.contains("connections") ? fair.connection() : fair.id()), "fake");
  }

  /** Returns the address of what is not there. */
  String nowhere() {
    return at("" + new UUID(1, 2), "nobody");
  }

  private String at(String id, String provider) {
    return path.replace("{id}", id).replace("{provider}", provider);
  }

  @Override
  public String toString() {
    return operation();
  }
}
