package dev.stagedoor.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Subscribers sign up, watch as a family on all their devices, subscribe, and pay late. */
class SubscriberJourneyIT {
  private static final String GOOD = "4242424242424242";

  private static final String CHECKOUT =
      """
      {"price_id": "price_family_monthly", "success_url": "https://app.syncstream.tv/success",
       "cancel_url": "https://app.syncstream.tv/pricing"}
      """;
  private static final String CURRENT = "/api/v1/subscriptions/current";
  private static final String SOURCE = "/subscription/source";
  private static final String MAILS = "/sandbox/messages?to=john@example.com";
  private static final String FAILED = "Your payment failed";
  private static final String PAID = "We have received your payment";

  @TempDir Path data;

  @Test
  void aFamilyTriesWatchesAndSubscribes() throws Exception {
    try (ServerProcess server = ServerProcess.start(data, Ports.next())) {
      Api.Answer signedUp =
          server
              .api()
              .post(
                  "/api/v1/auth/signup",
                  """
                  {"email": "john@example.com", "password": "securePass123", "full_name": "John Doe"}
                  """)
              .mustBe(201);
      assertThat(signedUp.text("/entitlement/source")).isEqualTo("trial");
      assertThat(signedUp.text("/trial_ends_at")).isNotBlank();
      Api john = server.api().as(signedUp.text("/token"));

      String kids = hasProfiles(john);
      addsAPlaylist(john);
      likesAndWatches(john);
      goesOnElsewhere(server);
      keepsKidsWhereTheyAre(john, kids);
      String subscription = subscribes(john, server.api());
      repeats(server.api(), "subscription.created");
      failsToPayAndPays(john, server.api(), subscription);
      cancels(john);
      assertThat(john.get("/api/v1/languages").raw().headers().firstValue("X-RateLimit-Reset"))
          .hasValueSatisfying(at -> assertThat(at).endsWith("Z"));
      assertThat(server.api().get("/api/v1/health").mustBe(200).text("/status")).isEqualTo("ok");
    }
  }

  /** Returns the kids' profile. */
  private static String hasProfiles(Api john) throws Exception {
    john.post(
            "/api/v1/profiles",
            """
            {"name": "Sarah", "avatar_url": "https://example.com/sarah.jpg"}
            """)
        .mustBe(201);
    String kids =
        john.post(
                "/api/v1/profiles",
                """
                {"name": "Kids", "is_kids_profile": true, "parental_pin": "1234"}
                """)
            .mustBe(201)
            .text("/profile/id");
    Api.Answer profiles = john.get("/api/v1/profiles").mustBe(200);
    assertThat(profiles.json().at("/profiles")).hasSize(3);
    assertThat(profiles.text("/profiles/0/is_default")).isEqualTo("true");
    // By itself: ids and times may have these digits among theirs.
    assertThat(profiles.raw().body())
        .doesNotContainPattern("(?<![0-9a-f.-])1234(?![0-9a-f-])")
        .doesNotContain("parental_pin");
    return kids;
  }

  private static void addsAPlaylist(Api john) throws Exception {
    String playlist =
        john.post(
                "/api/v1/playlists",
                """
                {"name": "Premium IPTV Service", "url": "http://iptv-provider.com/get.php",
                 "username": "john_iptv", "password": "iptv_pass_2024"}
                """)
            .mustBe(201)
            .text("/playlist/id");
    assertThat(john.get("/api/v1/playlists").mustBe(200).raw().body())
        .contains("Premium IPTV Service")
        .doesNotContain("iptv_pass_2024");
    Api.Answer one = john.get("/api/v1/playlists/" + playlist).mustBe(200);
    assertThat(one.text("/playlist/password")).isEqualTo("iptv_pass_2024");
    assertThat(one.text("/playlist/m3u_url")).contains("username=john_iptv");
  }

  private static void likesAndWatches(Api john) throws Exception {
    String favorite =
        """
        {"item_id": "espn_hd", "item_type": "channel", "item_name": "ESPN HD",
         "item_logo": "https://cdn.example.com/espn.png"}
        """;
    john.post("/api/v1/favorites", favorite).mustBe(201);
    john.post("/api/v1/favorites", favorite).mustBe(200);
    Api.Answer progress =
        john.put(
                "/api/v1/progress",
                """
                {"item_id": "movie_inception", "item_type": "movie", "progress_seconds": 3600,
                 "duration_seconds": 8880}
                """)
            .mustBe(200);
    assertThat(progress.text("/progress/completed")).isEqualTo("false");
    john.put(
            "/api/v1/progress",
            """
            {"item_id": "current_watching", "progress_seconds": 1800}
            """)
        .mustBe(200);
  }

  private static void goesOnElsewhere(ServerProcess server) throws Exception {
    String token =
        server
            .api()
            .post(
                "/api/v1/auth/login",
                """
                {"email": "john@example.com", "password": "securePass123"}
                """)
            .mustBe(200)
            .text("/token");
    Api phone = server.api().as(token);
    assertThat(phone.get("/api/v1/favorites?type=channel").text("/favorites/0/item_id"))
        .isEqualTo("espn_hd");
    phone
        .put(
            "/api/v1/progress",
            """
            {"item_id": "series_got_s01e05", "item_type": "episode", "progress_seconds": 1200,
             "duration_seconds": 3600}
            """)
        .mustBe(200);
    assertThat(
            phone
                .get("/api/v1/progress/series_got_s01e05")
                .mustBe(200)
                .text("/progress/progress_seconds"))
        .isEqualTo("1200");
    assertThat(phone.get("/api/v1/progress").text("/total")).isEqualTo("3");
  }

  private static void keepsKidsWhereTheyAre(Api john, String kids) throws Exception {
    String select = "/api/v1/profiles/" + kids + "/select";
    assertThat(john.post(select, "{\"pin\": \"9999\"}").mustBe(403).text("/code"))
        .isEqualTo("INVALID_PIN");
    String token = john.post(select, "{\"pin\": \"1234\"}").mustBe(200).text("/profile_token");
    assertThat(
            john.post("/api/v1/profiles", "{\"name\": \"Secret\"}", "X-Profile-Token", token)
                .mustBe(403)
                .text("/code"))
        .isEqualTo("KIDS_PROFILE");
    john.patch("/api/v1/profiles/" + kids, "{\"parental_pin\": \"5555\"}").mustBe(200);
    assertThat(john.get("/api/v1/favorites", "X-Profile-Token", token).mustBe(403).text("/code"))
        .isEqualTo("PROFILE_TOKEN_INVALID");
    john.post(select, "{\"pin\": \"5555\"}").mustBe(200);
  }

  /** Returns the subscription's id at the provider. */
  private static String subscribes(Api john, Api anybody) throws Exception {
    assertThat(anybody.get("/api/v1/subscriptions/plans").mustBe(200).raw().body())
        .contains("price_family_monthly");
    Api.Answer opened = john.post("/api/v1/subscriptions/checkout", CHECKOUT).mustBe(200);
    String session = opened.text("/session_id");
    assertThat(opened.text("/checkout_url")).contains(session);
    Api.Answer done =
        anybody
            .post(
                "/sandbox/checkouts/" + session + "/complete",
                "{\"cardNumber\": \"%s\"}".formatted(GOOD))
            .mustBe(200);
    assertThat(done.text("/status")).isEqualTo("complete");

    Api.Answer current = john.await(CURRENT, answer -> answer.text(SOURCE).equals("subscription"));
    assertThat(current.text("/subscription/plan_name")).isEqualTo("Family");
    // Who has just paid may ask more soon.
    john.await(
        "/api/v1/languages",
        answer ->
            answer.raw().headers().firstValue("X-RateLimit-Limit").equals(Optional.of("500")));
    assertThat(john.post("/api/v1/subscriptions/checkout", CHECKOUT).mustBe(409).text("/code"))
        .isEqualTo("ALREADY_SUBSCRIBED");
    return done.text("/subscription");
  }

  /** A payment fails, which is told twice, and is made up for. */
  private static void failsToPayAndPays(Api john, Api anybody, String subscription)
      throws Exception {
    String controls = "/sandbox/subscriptions/" + subscription;
    anybody.post(controls + "/fail", "").mustBe(200);
    anybody.await(MAILS, answer -> mails(answer).contains(FAILED));
    Api.Answer grace = john.get(CURRENT).mustBe(200);
    assertThat(grace.text(SOURCE)).isEqualTo("grace");
    assertThat(grace.text("/subscription/status")).isEqualTo("past_due");
    assertThat(grace.text("/subscription/grace_until")).isNotBlank();
    john.put("/api/v1/progress", "{\"item_id\": \"movie_inception\", \"progress_seconds\": 3700}")
        .mustBe(200);

    repeats(anybody, "subscription.payment_failed");
    anybody.post(controls + "/renew", "").mustBe(200);
    Api.Answer mailbox = anybody.await(MAILS, answer -> mails(answer).contains(PAID));
    assertThat(mails(mailbox)).containsOnlyOnce(FAILED, PAID);
    repeats(anybody, "subscription.renewed");
    Api.Answer current = john.get(CURRENT).mustBe(200);
    assertThat(current.text(SOURCE)).isEqualTo("subscription");
    assertThat(current.text("/subscription/status")).isEqualTo("active");
  }

  /** Has the provider send the newest webhook of a type again, unchanged, and be understood. */
  private static void repeats(Api anybody, String type) throws Exception {
    Api.Answer before =
        anybody.await(
            "/sandbox/webhooks", answer -> newest(answer, type, "status").equals("delivered"));
    String id = newest(before, type, "id");
    int attempts = Integer.parseInt(newest(before, type, "attempts"));
    Api.Answer again = anybody.post("/sandbox/webhooks/" + id + "/repeat", "").mustBe(200);
    assertThat(again.text("/id")).isEqualTo(id);
    assertThat(again.text("/responseStatus")).isEqualTo("200");
    assertThat(again.text("/attempts")).isEqualTo("" + (attempts + 1));
  }

  private static String newest(Api.Answer webhooks, String type, String field) {
    for (JsonNode webhook : webhooks.json().at("/webhooks")) {
      if (webhook.path("type").asText().equals(type)) {
        return webhook.path(field).asText();
      }
    }
    return "";
  }

  private static List<String> mails(Api.Answer mailbox) {
    return mailbox.json().at("/messages").findValuesAsText("subject");
  }

  private static void cancels(Api john) throws Exception {
    Api.Answer cancelled = john.post("/api/v1/subscriptions/cancel", "").mustBe(200);
    assertThat(cancelled.text("/subscription/ends_at_period_end")).isEqualTo("true");
  }

  @Test
  void whoAsksTooMuchIsToldWhenToAskAgain() throws Exception {
    try (ServerProcess server =
        ServerProcess.start(data, Ports.next(), "--stagedoor.rate-limits.tv-requests=2")) {
      Api anybody = server.api();
      assertThat(left(anybody.get("/api/v1/languages").mustBe(200))).isEqualTo("1");
      assertThat(left(anybody.get("/api/v1/languages").mustBe(200))).isEqualTo("0");

      Api.Answer refused = anybody.get("/api/v1/languages").mustBe(429);

      String seconds = refused.raw().headers().firstValue("Retry-After").orElseThrow();
      assertThat(Integer.parseInt(seconds)).isBetween(1, 900);
      assertThat(refused.text("/code")).isEqualTo("RATE_LIMITED");
      assertThat(refused.text("/error"))
          .isEqualTo("Rate limit exceeded. Please retry after " + seconds + " seconds");
      assertThat(left(refused)).isEqualTo("0");
    }
  }

  private static String left(Api.Answer answer) {
    return answer.raw().headers().firstValue("X-RateLimit-Remaining").orElseThrow();
  }
}
