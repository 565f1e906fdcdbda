package dev.stagedoor.bootstrap.e2e;

import java.util.UUID;

/** Somebody with an account, who announces events and has their tickets sold over the routes. */
final class Organiser {
  private final CourseMember account;

  private Organiser(CourseMember account) {
    this.account = account;
  }

  static Organiser registers(ServerProcess server) throws Exception {
    return new Organiser(CourseMember.registers(server.api(), UUID.randomUUID() + "@example.org"));
  }

  /** Returns the same person at another server, or at one that was started again. */
  Organiser at(ServerProcess server) throws Exception {
    return new Organiser(account.at(server));
  }

  /** Announces an event and returns its id. */
  String announces(String title) throws Exception {
    return api()
        .post(
            "/api/events",
            """
            {"title": "%s", "startsAt": "%sT20:00", "endsAt": "%sT23:00",
             "timeZone": "Europe/Madrid", "venue": "Plaza Mayor"}
            """
                .formatted(title, Ahead.day(), Ahead.day()))
        .mustBe(201)
        .text("/event/id");
  }

  /** Announces an event whose tickets are being set up. */
  String enables(String title) throws Exception {
    String event = announces(title);
    api().post(path(event) + "/ticketing/enable", "").mustBe(200);
    return event;
  }

  /** Says by which event of the ticketing system the tickets are sold. */
  void links(String event, String sale) throws Exception {
    api().patch(path(event), "{\"ticketing_event_id\": \"%s\"}".formatted(sale)).mustBe(200);
  }

  Api.Answer event(String event) throws Exception {
    return api().get(path(event)).mustBe(200);
  }

  String status(String event) throws Exception {
    return event(event).text("/event/ticketing_status");
  }

  /** Waits until the tickets stand so. */
  Api.Answer awaits(String event, String status) throws Exception {
    return awaits(event, "/event/ticketing_status", status);
  }

  Api.Answer awaits(String event, String pointer, String value) throws Exception {
    return api().await(path(event), answer -> answer.mustBe(200).text(pointer).equals(value));
  }

  String id() throws Exception {
    return account.id();
  }

  Api api() {
    return account.api();
  }

  static String path(String event) {
    return "/api/events/" + event;
  }
}
