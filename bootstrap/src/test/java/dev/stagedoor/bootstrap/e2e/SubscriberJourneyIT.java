package dev.stagedoor.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Subscribers sign up, watch as a family on all their devices, and subscribe. */
class SubscriberJourneyIT {
  private static final String GOOD = "4242424242424242";

  @TempDir Path data;

  @Test
  void aFamilyTriesWatchesAndSubscribes() throws Exception {
    try (ServerProcess server = ServerProcess.start(data, ServerProcess.freePort())) {
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
      subscribes(john, server);
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
    assertThat(profiles.raw().body()).doesNotContain("1234");
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

  private static void subscribes(Api john, ServerProcess server) throws Exception {
    assertThat(server.api().get("/api/v1/subscriptions/plans").mustBe(200).raw().body())
        .contains("price_family_monthly");
    String checkout =
        """
        {"price_id": "price_family_monthly", "success_url": "https://app.syncstream.tv/success",
         "cancel_url": "https://app.syncstream.tv/pricing"}
        """;
    Api.Answer opened = john.post("/api/v1/subscriptions/checkout", checkout).mustBe(200);
    String session = opened.text("/session_id");
    assertThat(opened.text("/checkout_url")).contains(session);
    server
        .api()
        .post("/sandbox/subscribe/" + session, "{\"cardNumber\": \"%s\"}".formatted(GOOD))
        .mustBe(303);

    Api.Answer current =
        john.await(
            "/api/v1/subscriptions/current",
            answer -> answer.text("/subscription/source").equals("subscription"));
    assertThat(current.text("/subscription/plan_name")).isEqualTo("Family");
    assertThat(john.post("/api/v1/subscriptions/checkout", checkout).mustBe(409).text("/code"))
        .isEqualTo("ALREADY_SUBSCRIBED");
    Api.Answer cancelled = john.post("/api/v1/subscriptions/cancel", "").mustBe(200);
    assertThat(cancelled.text("/subscription/ends_at_period_end")).isEqualTo("true");
  }
}
