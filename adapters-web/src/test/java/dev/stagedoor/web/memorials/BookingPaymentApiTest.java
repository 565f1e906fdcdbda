package dev.stagedoor.web.memorials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.domain.fixture.PriceBookBuilder;
import dev.stagedoor.domain.fixture.Samples;
import dev.stagedoor.domain.kernel.IdempotencyKey;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.memorials.Tier;
import dev.stagedoor.domain.payments.PaymentId;
import dev.stagedoor.domain.payments.RefundId;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BookingPaymentApiTest {
  private static ApiServer api;

  @BeforeAll
  static void open() {
    // Recording costs nothing here.
    api =
        new ApiServer(
            new InMemoryStagedoor(
                PriceBookBuilder.aPriceBook().pricing(Tier.RECORD, Samples.usd(0)).build()));
  }

  @AfterAll
  static void close() {
    api.close();
  }

  private final InMemoryStagedoor.Family family = api.house.aFamily();
  private final String memorial = family.memorial().value().toString();

  private void choose(String tier) {
    String schedule = "/api/memorials/" + memorial + "/schedule";
    api.post(
            family.person(),
            schedule + "/auto-save",
            "{\"version\": %s, \"calculatorConfig\": {\"tier\": \"%s\"}}"
                .formatted(api.get(family.person(), schedule).at("data.version"), tier))
        .is(200);
  }

  private Answer pay(String members) {
    return api.post(
        family.person(),
        "/api/create-payment-intent",
        "{\"memorialId\": \"" + memorial + "\"" + members + "}");
  }

  private Answer paid() {
    choose("live");
    Answer intent = pay("").is(200);
    api.house.payments().pay(ProviderRef.of("fake", intent.at("paymentIntentId")));
    api.house
        .stagedoor()
        .reconciler()
        .reconcile(new PaymentId(UUID.fromString(intent.at("paymentId"))));
    return intent;
  }

  private static String refundOf(Answer intent) {
    return "/api/admin/payments/" + intent.at("paymentId") + "/refund";
  }

  @Test
  void aBookingIsPreparedToBePaid() {
    choose("live");

    Answer intent = pay(", \"amount\": 1299").is(200);

    assertThat(intent.members(""))
        .containsExactlyInAnyOrder(
            "clientSecret",
            "paymentIntentId",
            "amount",
            "currency",
            "publishableKey",
            "provider",
            "paymentId");
    assertThat(intent.text()).contains("\"amount\":1299.00");
    assertThat(intent.at("currency")).isEqualTo("USD");
    assertThat(intent.at("provider")).isEqualTo("fake");
    assertThat(pay("").is(200).text()).isEqualTo(intent.text());
    assertThat(
            api.get(family.person(), "/api/memorials/" + memorial + "/config")
                .at("data.booking.status"))
        .isEqualTo("pending_payment");
  }

  @Test
  void anAmountThatIsNotOwedIsRefusedWithBothFigures() {
    choose("live");

    Answer refused = pay(", \"amount\": 1298.99").refused(422, "AMOUNT_MISMATCH");

    assertThat(refused.text()).contains("\"amount\":1298.99", "\"expectedAmount\":1299.00");
    pay(", \"amount\": 1299.001").invalid("amount");
    pay(", \"amount\": 1e999999999").invalid("amount");
    pay(", \"amount\": \"much\"").invalid("amount");
    pay(", \"amount\": 1299.000").is(200);
  }

  @Test
  void whatCostsNothingIsPaidAtOnce() {
    choose("record");

    Answer free = pay("").is(200);

    assertThat(free.members("")).containsExactlyInAnyOrder("amount", "currency", "status");
    assertThat(free.at("status")).isEqualTo("paid");
  }

  @Test
  void aBookingThatIsNotReadyOrPaidCannotBePaid() {
    pay("").refused(409, "BOOKING_INCOMPLETE");
    paid();
    pay("").refused(409, "ALREADY_PAID");
  }

  @Test
  void aProviderThatIsDownIsTold() {
    choose("live");
    api.house.payments().setDown(true);
    try {
      Answer down = pay("").refused(503, "PROVIDER_UNAVAILABLE");
      assertThat(down.at("service")).isEqualTo("fake");
      assertThat(down.has("retryAfter")).isTrue();
    } finally {
      api.house.payments().setDown(false);
    }
    pay("").is(200);
  }

  @Test
  void othersDoNotPay() {
    String body = "{\"memorialId\": \"" + memorial + "\"}";

    api.post(api.house.aFamily().person(), "/api/create-payment-intent", body)
        .refused(403, "NOT_ALLOWED");
    api.post(null, "/api/create-payment-intent", body).refused(401, "NOT_SIGNED_IN");
    api.post(null, "/api/create-payment-intent", "{}").refused(401, "NOT_SIGNED_IN");
    api.post(
            family.person(),
            "/api/create-payment-intent",
            body.replace(memorial, UUID.randomUUID().toString()))
        .refused(404, "NOT_FOUND");
    api.post(family.person(), "/api/create-payment-intent", "{}").invalid("memorialId");
    api.post(family.person(), "/api/create-payment-intent", "{\"memorialId\": \"x\"}")
        .invalid("memorialId");
  }

  @Test
  void anAdminRefundsPartAndThenTheRest() {
    Answer intent = paid();

    Answer part =
        api.post(
                api.house.admin(),
                refundOf(intent),
                "{\"amount\": 99.5, \"reason\": \"The picture froze\"}")
            .is(200);

    assertThat(part.members("data"))
        .containsExactlyInAnyOrder("refundId", "status", "amount", "refundedTotal", "currency");
    assertThat(part.at("data.status")).isEqualTo("succeeded");
    assertThat(part.text()).contains("\"amount\":99.50", "\"refundedTotal\":99.50");
    Answer rest = api.post(api.house.admin(), refundOf(intent), null).is(200);
    assertThat(rest.text()).contains("\"amount\":1199.50", "\"refundedTotal\":1299.00");
    assertThat(
            api.get(family.person(), "/api/memorials/" + memorial + "/config")
                .at("data.booking.status"))
        .isEqualTo("refunded");
  }

  @Test
  void aRefundIsCheckedAndForAdminsOnly() {
    Answer intent = paid();

    api.post(family.person(), refundOf(intent), "{}").refused(403, "NOT_ALLOWED");
    api.post(null, refundOf(intent), "{}").refused(401, "NOT_SIGNED_IN");
    api.post(api.house.admin(), refundOf(intent), "{\"amount\": 1300}")
        .refused(422, "REFUND_EXCEEDS_PAYMENT");
    api.post(api.house.admin(), refundOf(intent), "{\"amount\": 0.001}").invalid("amount");
    api.post(api.house.admin(), "/api/admin/payments/" + UUID.randomUUID() + "/refund", "{}")
        .refused(404, "NOT_FOUND");
    choose("legacy");
    api.post(api.house.admin(), refundOf(pay("")), "{}").refused(409, "NOT_REFUNDABLE");
  }

  @Test
  void aBookingCannotCostLessThanWasPaidAndBothAmountsAreToldAsPeopleWriteThem() {
    paid();
    String schedule = "/api/memorials/" + memorial + "/schedule";

    Answer refused =
        api.post(
                family.person(),
                schedule + "/auto-save",
                "{\"version\": %s, \"calculatorConfig\": {\"tier\": \"record\"}}"
                    .formatted(api.get(family.person(), schedule).at("data.version")))
            .refused(409, "BOOKING_TOTAL_LOWERED");

    assertThat(refused.text()).contains("\"paid\":1299.00", "\"wanted\":0.00");
    assertThat(refused.text()).doesNotContain("Minor");
  }

  @Test
  void aRefundAskedForWhileTheProviderIsDownIsNamedByItsKeyAndNoFailure() {
    Answer intent = paid();
    PaymentId payment = new PaymentId(UUID.fromString(intent.at("paymentId")));
    InMemoryStagedoor.Person admin = api.house.admin();
    RefundId refund =
        RefundId.asked(payment, admin.actor().userId(), new IdempotencyKey("refund 1"));
    api.house.payments().setDown(true);

    Answer asked = api.repeatable("\"refund 1\"", admin, refundOf(intent), "{\"amount\": 99.5}");
    api.house.payments().setDown(false);

    assertThat(asked.is(200).text())
        .contains("\"status\":\"requested\"", "\"refundId\":\"" + refund.value() + "\"");
  }

  @Test
  void anAdminSeesARefundThatFailedAndNotesHavingLooked() {
    Answer intent = paid();
    api.post(api.house.admin(), refundOf(intent), "{\"amount\": 99.5}").is(200);
    api.house.payments().failRefunds(ProviderRef.of("fake", intent.at("paymentIntentId")));
    api.house
        .stagedoor()
        .reconciler()
        .reconcile(new PaymentId(UUID.fromString(intent.at("paymentId"))));
    String list = "/api/admin/payments/attention";
    String lookedAt = "/api/admin/payments/" + intent.at("paymentId") + "/looked-at";

    String told = api.get(api.house.admin(), list).text();
    assertThat(told)
        .contains(
            intent.at("paymentId"),
            "\"reasons\":[\"refund_failed\"]",
            "\"captured\":1299.00",
            "\"refunded\":0.00",
            "\"origin\":\"asked\"");
    api.get(family.person(), list).refused(403, "NOT_ALLOWED");
    long version =
        api.house.payment(new PaymentId(UUID.fromString(intent.at("paymentId")))).version();
    assertThat(told).contains("\"version\":" + version);
    String seen = "{\"version\": " + version + "}";
    api.post(family.person(), lookedAt, seen).refused(403, "NOT_ALLOWED");
    api.post(api.house.admin(), lookedAt, "{}").refused(422, "INVALID_VALUE");
    api.post(api.house.admin(), lookedAt, "{\"version\": 1}").refused(409, "STALE_VERSION");

    api.post(api.house.admin(), lookedAt, seen).is(204);
    assertThat(api.get(api.house.admin(), list).text()).doesNotContain(intent.at("paymentId"));
  }
}
