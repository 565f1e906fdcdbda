package dev.stagedoor.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An admin makes a reseller, who serves clients out of credits. */
class ResellerJourneyIT {
  private static final String ADMIN = "admin@example.org";
  private static final String PASSWORD = "a long password";

  @TempDir Path data;

  @Test
  void aResellerServesClientsOutOfCredits() throws Exception {
    try (ServerProcess server =
        ServerProcess.start(
            data,
            Ports.next(),
            "--stagedoor.admin.email=" + ADMIN,
            "--stagedoor.admin.password=" + PASSWORD)) {
      Api.Answer signedUp =
          server
              .api()
              .post(
                  "/api/v1/auth/signup",
                  """
                  {"email": "alex@example.com", "password": "securePass123", "full_name": "Alex"}
                  """)
              .mustBe(201);
      String alex = signedUp.text("/user/id");
      Api admin = signsIn(server, ADMIN, PASSWORD);
      makesAReseller(admin, alex);
      Api reseller = signsIn(server, "alex@example.com", "securePass123");

      Api.Answer dashboard = reseller.get("/api/v1/reseller/dashboard").mustBe(200);
      assertThat(dashboard.text("/credits_balance")).isEqualTo("10000");
      assertThat(dashboard.text("/total_clients")).isEqualTo("0");
      String client = makesOneClient(reseller);
      signsIn(server, "customer1@gmail.com", "tempPass123")
          .get("/api/v1/subscriptions/current")
          .mustBe(200);
      keepsBooks(reseller, client);
      lacksCredits(admin, reseller, alex);
      looksIntoIt(admin, alex);
    }
  }

  private static Api signsIn(ServerProcess server, String email, String password) throws Exception {
    String token =
        server
            .api()
            .post(
                "/api/v1/auth/login",
                "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(email, password))
            .mustBe(200)
            .text("/token");
    return server.api().as(token);
  }

  private static void makesAReseller(Api admin, String alex) throws Exception {
    assertThat(
            admin
                .get("/api/v1/admin/users?search=alex@example.com")
                .mustBe(200)
                .text("/users/0/id"))
        .isEqualTo(alex);
    admin.patch("/api/v1/admin/users/" + alex + "/role", "{\"role\": \"reseller\"}").mustBe(200);
    String credits =
        """
        {"user_id": "%s", "amount": 10000, "description": "Initial reseller credit package"}
        """
            .formatted(alex);
    String key = "purchase-67890";
    admin.post("/api/v1/admin/credits/add", credits, "Idempotency-Key", key).mustBe(200);
    assertThat(
            admin
                .post("/api/v1/admin/credits/add", credits, "Idempotency-Key", key)
                .mustBe(200)
                .text("/credits_balance"))
        .isEqualTo("10000");
  }

  private static String makesOneClient(Api reseller) throws Exception {
    String customer =
        """
        {"email": "customer1@gmail.com", "password": "tempPass123",
         "full_name": "Local Customer 1", "plan_stripe_price_id": "price_basic_monthly"}
        """;
    String key = "unique-key-123";
    Api.Answer first =
        reseller.post("/api/v1/reseller/clients", customer, "Idempotency-Key", key).mustBe(201);
    Api.Answer again =
        reseller.post("/api/v1/reseller/clients", customer, "Idempotency-Key", key).mustBe(201);
    assertThat(first.text("/credits_charged")).isEqualTo("499");
    assertThat(again.json()).isEqualTo(first.json());
    assertThat(reseller.post("/api/v1/reseller/clients", customer).mustBe(409).text("/code"))
        .isEqualTo("EMAIL_TAKEN");
    return first.text("/client/id");
  }

  private static void keepsBooks(Api reseller, String client) throws Exception {
    assertThat(
            reseller
                .get("/api/v1/reseller/clients?page=1&limit=1000")
                .mustBe(200)
                .text("/clients/0/email"))
        .isEqualTo("customer1@gmail.com");
    reseller.post("/api/v1/reseller/clients/" + client + "/renew", "{}").mustBe(200);
    assertThat(
            reseller
                .patch("/api/v1/reseller/clients/" + client, "{\"status\": \"suspended\"}")
                .mustBe(200)
                .text("/client/status"))
        .isEqualTo("suspended");
    Api.Answer transactions =
        reseller.get("/api/v1/reseller/transactions?page=1&limit=1000").mustBe(200);
    assertThat(transactions.text("/total")).isEqualTo("3");
    assertThat(transactions.text("/transactions/0/balance_after")).isEqualTo("9002");
  }

  private static void lacksCredits(Api admin, Api reseller, String alex) throws Exception {
    admin
        .post(
            "/api/v1/admin/credits/deduct",
            """
            {"user_id": "%s", "amount": 9000, "description": "Taken back"}
            """
                .formatted(alex))
        .mustBe(200);
    Api.Answer refused =
        reseller
            .post(
                "/api/v1/reseller/clients",
                """
                {"email": "enterprise_client@company.com", "password": "generated_pass",
                 "full_name": "Enterprise Client", "plan_stripe_price_id": "price_premium_monthly"}
                """)
            .mustBe(402);
    assertThat(refused.text("/code")).isEqualTo("INSUFFICIENT_CREDITS");
    assertThat(refused.text("/needed")).isEqualTo("1499");
    assertThat(refused.text("/balance")).isEqualTo("2");
  }

  private static void looksIntoIt(Api admin, String alex) throws Exception {
    Api.Answer stats = admin.get("/api/v1/admin/stats").mustBe(200);
    assertThat(stats.text("/total_resellers")).isEqualTo("1");
    assertThat(stats.text("/credits_outstanding")).isEqualTo("2");
    admin
        .post(
            "/api/v1/admin/plans",
            """
            {"name": "Black Friday Special", "stripe_price_id": "price_bf_2024",
             "price_monthly": 7.99, "max_profiles": 5, "max_playlists": 10, "max_favorites": 500,
             "features": {"ads": false, "hd": true}}
            """)
        .mustBe(201);
    assertThat(admin.get("/api/v1/admin/users/" + alex).mustBe(200).text("/credits_balance"))
        .isEqualTo("2");
    assertThat(admin.get("/api/v1/admin/audit").mustBe(200).raw().body())
        .contains("account.role_changed", "credits.added", "credits.deducted", "plan.offered");
  }
}
