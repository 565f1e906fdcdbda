package dev.stagedoor.bootstrap.e2e;

/** A family's way from registration to a booked livestream, over the routes. */
final class Journey {
  private static final String SCHEDULE =
      """
      {"version": %s,
       "services": {"main": {"date": "%s", "time": "14:00", "timeZone": "Europe/Madrid", "hours": 3,
                             "location": {"name": "Chapel", "address": "Main Street 1", "isUnknown": false}},
                    "additional": []},
       "calculatorConfig": {"tier": "live",
                            "addons": {"photography": true, "audioVisualSupport": false,
                                       "liveMusician": false, "usbDrives": 2}}}
      """;

  private final Api anonymous;
  private final String email;
  private String token = "";
  private String memorial = "";
  private String slug = "";

  Journey(Api anonymous, String email) {
    this.anonymous = anonymous;
    this.email = email;
  }

  Journey registers(String lovedOne) throws Exception {
    Api.Answer registered =
        anonymous
            .post(
                "/api/register/family",
                """
                {"email": "%s", "password": "a long password", "name": "Ana Perez", "lovedOneName": "%s"}
                """
                    .formatted(email, lovedOne))
            .mustBe(201);
    token = registered.text("/token");
    memorial = registered.text("/memorialId");
    slug = registered.text("/fullSlug");
    return this;
  }

  Journey schedules() throws Exception {
    String version = api().get(path("/schedule")).mustBe(200).text("/data/version");
    api().post(path("/schedule/auto-save"), SCHEDULE.formatted(version, Ahead.day())).mustBe(200);
    return this;
  }

  /** Prepares the payment and returns the charge to pay. */
  String wantsToPay() throws Exception {
    return api()
        .post("/api/create-payment-intent", "{\"memorialId\": \"%s\"}".formatted(memorial))
        .mustBe(200)
        .text("/paymentIntentId");
  }

  Api.Answer pays(String charge, String card) throws Exception {
    return anonymous.post(
        "/sandbox/payments/" + charge + "/confirm", "{\"cardNumber\": \"%s\"}".formatted(card));
  }

  String bookingStatus() throws Exception {
    return api().get(path("/schedule")).mustBe(200).text("/data/booking/status");
  }

  Journey isPaid() throws Exception {
    api().await(path("/schedule"), answer -> answer.text("/data/booking/status").equals("paid"));
    return this;
  }

  /** Signs in again, for a server that was restarted or a token whose time is over. */
  Journey signsIn(Api at) throws Exception {
    Journey again = new Journey(at, email);
    again.memorial = memorial;
    again.slug = slug;
    again.token =
        at.post(
                "/api/user/auth/login",
                "{\"email\": \"%s\", \"password\": \"a long password\"}".formatted(email))
            .mustBe(200)
            .text("/token");
    return again;
  }

  Api api() {
    return anonymous.as(token);
  }

  String path(String rest) {
    return "/api/memorials/" + memorial + rest;
  }

  String token() {
    return token;
  }

  String memorial() {
    return memorial;
  }

  String slug() {
    return slug;
  }

  String email() {
    return email;
  }
}
