package dev.stagedoor.web.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.fake.InMemoryStagedoor.Person;
import dev.stagedoor.domain.webhooks.RawWebhook;
import dev.stagedoor.web.Answer;
import dev.stagedoor.web.WebServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhooksTest {
  private WebServer server;

  @BeforeEach
  void start() {
    server = WebServer.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/api/webhooks/cloudflare/live-input, success",
    "/api/webhooks/cloudflare/recording, success",
    "/api/webhooks/stripe, received",
    "/api/v1/webhooks/stripe, received",
    "/api/payment/webhooks/stripe, received",
    "/api/payment/webhooks/razorpay, received",
    "/webhooks/razorpay, received",
    "/api/webhooks/mux, success",
    "/api/webhooks/facebook, received",
    "/api/webhooks/hi-events/event-status-changed, success",
    "/api/webhooks/fake, success",
    "/api/webhooks/fake/acct_123, success"
  })
  void everyRouteOfTheDocumentsIsTheSameDoor(String path, String member) {
    Answer answer = deliver(path, server.house().webhooks().genuine());

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.text()).isEqualTo("{\"" + member + "\":true}");
    assertThat(received()).hasSize(1);
  }

  @Test
  void aRepeatedDeliveryIsAcknowledgedAndCounted() {
    RawWebhook delivery = server.house().webhooks().genuine();

    assertThat(deliver("/api/webhooks/fake", delivery).status()).isEqualTo(200);
    assertThat(deliver("/api/webhooks/fake", delivery).status()).isEqualTo(200);

    assertThat(received()).hasSize(1);
    assertThat(server.get("/prometheus").send().text())
        .contains(
            "stagedoor_webhooks_total{outcome=\"applied\",provider=\"fake\"} 1.0",
            "stagedoor_webhooks_total{outcome=\"duplicate\",provider=\"fake\"} 1.0");
  }

  @Test
  void aForgedDeliveryIsRefusedAndNothingIsStored() {
    deliver("/api/webhooks/fake", server.house().webhooks().forged())
        .isProblem(400, "WEBHOOK_UNTRUSTED");

    assertThat(received()).isEmpty();
    assertThat(server.get("/prometheus").send().text())
        .contains("stagedoor_webhooks_total{outcome=\"untrusted\",provider=\"fake\"} 1.0");
  }

  @Test
  void anEmptyDeliveryIsRefused() {
    server.post("/api/webhooks/fake").send().isProblem(400, "WEBHOOK_UNTRUSTED");
  }

  @Test
  void aDeliveryOfAnUnknownTypeIsAcknowledged() {
    assertThat(deliver("/api/webhooks/fake", server.house().webhooks().ofUnknownType()).status())
        .isEqualTo(200);
  }

  @Test
  void aTrustedDeliveryThatCannotBeReadIsAskedForAgain() {
    deliver("/api/webhooks/fake", server.house().webhooks().unreadable())
        .isProblem(500, "INTERNAL_ERROR");
  }

  @ParameterizedTest
  @CsvSource({"/api/webhooks/Not-A-Provider", "/api/webhooks/a'b"})
  void aNameThatIsNoProviderIsUnknown(String path) {
    server.post(path.replace("'", "%20")).send().isProblem(404, "NOT_FOUND");
  }

  @Test
  void theBytesArriveAsTheyWereSent() {
    byte[] body = {0, (byte) 0xC3, (byte) 0x28, '\r', '\n', (byte) 0xFF};
    RawWebhook delivery = server.house().webhooks().signed(body);

    assertThat(deliver("/api/webhooks/fake", delivery).status()).isEqualTo(200);
  }

  @Test
  void aDeliveryMayBeAMebibyteAndNoMore() {
    byte[] most = new byte[1024 * 1024];
    byte[] more = new byte[1024 * 1024 + 1];

    assertThat(deliver("/api/webhooks/fake", server.house().webhooks().signed(most)).status())
        .isEqualTo(200);
    deliver("/api/webhooks/fake", server.house().webhooks().signed(more))
        .isProblem(413, "BODY_TOO_LARGE");
  }

  @Test
  void anAdminSeesDeliveriesAndReplaysOne() {
    deliver("/api/webhooks/fake", server.house().webhooks().genuine());
    deliver("/api/webhooks/fake", server.house().webhooks().ofUnknownType());
    Person admin = server.house().admin();

    Answer all = server.get("/api/v1/admin/webhooks").bearer(admin.token()).send();
    assertThat(all.json()).containsEntry("total", 2).containsEntry("page", 1);
    Map<String, Object> applied = items("?status=applied").get(0);
    assertThat(applied)
        .containsEntry("provider", "fake")
        .containsEntry("delivery_id", "delivery-1")
        .containsEntry("attempts", 1)
        .containsKeys("received_at", "applied_at", "type", "status", "id");
    assertThat(items("?status=IGNORED")).hasSize(1);
    assertThat(items("?status=failed")).isEmpty();
    server
        .get("/api/v1/admin/webhooks?status=other")
        .bearer(admin.token())
        .send()
        .isProblem(422, "INVALID_VALUE");

    assertThat(replay((String) applied.get("id")).status()).isEqualTo(204);
    assertThat(items("?status=applied").get(0)).containsEntry("attempts", 2);
    replay("00000000-0000-0000-0000-000000000000").isProblem(404, "NOT_FOUND");
    replay("nonsense").isProblem(404, "NOT_FOUND");
  }

  @Test
  void nobodyElseSeesThem() {
    Person ada = server.house().aFamily().person();

    server.get("/api/v1/admin/webhooks").send().isProblem(401, "NOT_SIGNED_IN");
    server.get("/api/v1/admin/webhooks").bearer(ada.token()).send().isProblem(403, "NOT_ALLOWED");
    server.get("/api/v1/admin/jobs").bearer(ada.token()).send().isProblem(403, "NOT_ALLOWED");
  }

  @Test
  void anAdminSeesJobsAndRunsOneNow() {
    server.house().aFamily();
    Person admin = server.house().admin();

    Answer jobs = server.get("/api/v1/admin/jobs?limit=1").bearer(admin.token()).send();
    Map<String, Object> job = items(jobs).get(0);
    assertThat(job)
        .containsKeys("name", "subject", "due", "running", "failures")
        .containsEntry("failures", 0);
    Answer run =
        server
            .post("/api/v1/admin/jobs/" + job.get("name") + "/" + job.get("subject") + "/run")
            .bearer(admin.token())
            .send();
    assertThat(run.status()).as(run.text()).isEqualTo(204);
    server
        .post("/api/v1/admin/jobs/nothing/0/run")
        .bearer(admin.token())
        .send()
        .isProblem(404, "NOT_FOUND");
    assertThat(items(server.get("/api/v1/admin/jobs?failing=true").bearer(admin.token()).send()))
        .isEmpty();
  }

  private Answer replay(String id) {
    return server
        .post("/api/v1/admin/webhooks/" + id + "/replay")
        .bearer(server.house().admin().token())
        .send();
  }

  private List<Map<String, Object>> received() {
    return items("");
  }

  private List<Map<String, Object>> items(String query) {
    return items(
        server.get("/api/v1/admin/webhooks" + query).bearer(server.house().admin().token()).send());
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> items(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return (List<Map<String, Object>>) answer.member("items");
  }

  private Answer deliver(String path, RawWebhook delivery) {
    WebServer.Exchange post = server.post(path).bytes(delivery.body());
    delivery.headers().forEach((name, values) -> post.header(name, values.get(0)));
    return post.send();
  }
}
