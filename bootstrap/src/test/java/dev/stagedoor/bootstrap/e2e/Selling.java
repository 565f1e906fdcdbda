package dev.stagedoor.bootstrap.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** An operator's way from an account to the invoices of a show, over the routes. */
final class Selling {
  static final String PASSWORD = "a long password";
  private static final String ADMIN = "admin@example.org";

  private final Api anonymous;
  private final String email;
  private String token = "";
  private String workspace = "";
  private String show = "";

  private Selling(Api anonymous, String email) {
    this.anonymous = anonymous;
    this.email = email;
  }

  /** Returns the settings of a server with an admin, who gives workspaces their plan. */
  static String[] settings(String... more) {
    return Stream.concat(
            Stream.of(
                "--stagedoor.admin.email=" + ADMIN,
                "--stagedoor.admin.password=" + PASSWORD,
                "--stagedoor.rate-limits.enabled=false"),
            Stream.of(more))
        .toArray(String[]::new);
  }

  /** Registers and opens a workspace with a plan. */
  static Selling opens(ServerProcess server, String email, String plan) throws Exception {
    Selling selling = new Selling(server.api(), email);
    selling
        .anonymous
        .post(
            "/api/user/auth/register",
            """
            {"email": "%s", "password": "%s", "firstName": "Ana", "lastName": "Perez"}
            """
                .formatted(email, PASSWORD))
        .mustBe(201);
    selling.token = login(selling.anonymous, email);
    selling.workspace =
        selling
            .api()
            .post("/api/workspaces", "{\"name\": \"Antiques\"}")
            .mustBe(201)
            .text("/workspace/id");
    selling
        .anonymous
        .as(login(selling.anonymous, ADMIN))
        .patch("/api/workspaces/" + selling.workspace, "{\"plan\": \"%s\"}".formatted(plan))
        .mustBe(200);
    return selling;
  }

  private static String login(Api at, String email) throws Exception {
    return at.post(
            "/api/user/auth/login",
            "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(email, PASSWORD))
        .mustBe(200)
        .text("/token");
  }

  /** Returns the same operator at another server. */
  Selling at(ServerProcess server) throws Exception {
    Selling there = new Selling(server.api(), email);
    there.token = login(there.anonymous, email);
    there.workspace = workspace;
    there.show = show;
    return there;
  }

  Api.Answer connects(String provider, String body) throws Exception {
    return api().post("/api/integrations/" + provider + "/connect", body);
  }

  Selling connectsByKey(String key) throws Exception {
    connects("stripe", "{\"method\": \"api_key\", \"secretKey\": \"%s\"}".formatted(key))
        .mustBe(201);
    return this;
  }

  Selling connectsPage(String page, String accessToken) throws Exception {
    connects(
            "facebook",
            "{\"method\": \"page_token\", \"pageId\": \"%s\", \"accessToken\": \"%s\"}"
                .formatted(page, accessToken))
        .mustBe(201);
    return this;
  }

  /** Plans a show that follows a post. */
  Selling plans(String post) throws Exception {
    show =
        api()
            .post(
                "/api/shows",
                "{\"name\": \"Friday sale\", \"platformPostId\": \"%s\"}".formatted(post))
            .mustBe(201)
            .text("/show/id");
    return this;
  }

  Selling offers(int number, long cents, int quantity) throws Exception {
    api()
        .post(
            path("/items"),
            """
            {"number": %d, "title": "Vase %d", "priceCents": %d, "quantity": %d}
            """
                .formatted(number, number, cents, quantity))
        .mustBe(201);
    return this;
  }

  Selling starts() throws Exception {
    api().post(path("/start"), "").mustBe(200);
    return this;
  }

  Selling ends() throws Exception {
    api().post(path("/end"), "").mustBe(200);
    return this;
  }

  /** Makes a claim by hand. */
  Selling claims(int item, String buyer) throws Exception {
    api()
        .post(
            path("/claims"),
            """
            {"itemNumber": %d, "quantity": 1, "platformUserId": "%s", "handle": "%s"}
            """
                .formatted(item, buyer, buyer))
        .mustBe(201);
    return this;
  }

  Api.Answer generates(boolean send) throws Exception {
    return api().post(path("/invoices/generate"), "{\"send\": %s}".formatted(send));
  }

  /** Returns the invoices that are not void, by the buyer's id at the platform. */
  Map<String, JsonNode> invoices() throws Exception {
    Map<String, JsonNode> byBuyer = new LinkedHashMap<>();
    for (JsonNode invoice : api().get(path("/invoices")).mustBe(200).json().path("invoices")) {
      if (!invoice.path("status").asText().equals("void")
          && byBuyer.put(invoice.path("buyerPlatformId").asText(), invoice) != null) {
        throw new AssertionError("two invoices for one buyer: " + invoice);
      }
    }
    return byBuyer;
  }

  /** Waits until the invoice of a buyer stands so, and returns it. */
  JsonNode awaitInvoice(String id, String status) throws Exception {
    return invoice(
        api()
            .await(
                path("/invoices"),
                answer -> invoice(answer, id).path("status").asText().equals(status)),
        id);
  }

  private static JsonNode invoice(Api.Answer answer, String id) {
    for (JsonNode invoice : answer.mustBe(200).json().path("invoices")) {
      if (invoice.path("id").asText().equals(id)) {
        return invoice;
      }
    }
    throw new AssertionError("no invoice " + id);
  }

  Api.Answer asks(String invoice, String action) throws Exception {
    return api().post(path("/invoices/" + invoice + "/" + action), "");
  }

  Api api() {
    return anonymous.as(token);
  }

  String token() {
    return token;
  }

  String show() {
    return show;
  }

  String path(String rest) {
    return "/api/shows/" + show + rest;
  }
}
