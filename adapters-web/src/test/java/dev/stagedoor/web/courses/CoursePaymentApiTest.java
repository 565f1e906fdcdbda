package dev.stagedoor.web.courses;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.application.fake.InMemoryStagedoor.Person;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.web.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How a course is paid, and paid back. */
class CoursePaymentApiTest extends CoursesApiScene {
  private Map<?, ?> pay(Person who, Map<String, Object> body) {
    return data(server.call(who, "POST", "/api/payment/payments", body));
  }

  private Map<String, Object> wish() {
    return Map.of("courseId", school.course().toString(), "amount", 99.99, "currency", "USD");
  }

  private ProviderRef charge(Map<?, ?> opened) {
    return new ProviderRef(InMemoryStagedoor.FAKE, (String) opened.get("gatewayOrderId"));
  }

  private Answer verify(Person who, Map<?, ?> opened) {
    return server.call(
        who,
        "POST",
        "/api/payment/payments/" + opened.get("paymentId") + "/verify",
        Map.of("paymentGatewayId", "pi_xxx", "signature", "..."));
  }

  @Test
  void whoPaysIsEnrolledOnceHoweverOftenItIsVerified() {
    Person buyer = school.stranger();
    Map<?, ?> opened = pay(buyer, wish());
    assertThat(opened.get("amount")).isEqualTo(99.99);
    assertThat(opened.get("status")).isEqualTo("pending");
    server.house().payments().pay(charge(opened));

    Map<?, ?> verified = data(verify(buyer, opened));

    assertThat(verified.get("status")).isEqualTo("completed");
    assertThat(data(verify(buyer, opened)).get("enrollment")).isEqualTo(verified.get("enrollment"));
    Answer mine = server.call(buyer, "GET", "/api/course/enrollments/me", null);
    assertThat(mine.member("data")).isEqualTo(List.of(verified.get("enrollment")));
    assertThat(mine.member("total")).isEqualTo(1);
    server.call(buyer, "POST", "/api/payment/payments", wish()).isProblem(409, "ALREADY_ENROLLED");
  }

  @Test
  void aPaymentThatIsNotThereIsToldAsTheDocumentDoes() {
    Person buyer = school.stranger();
    Map<?, ?> opened = pay(buyer, wish());

    Answer pending = verify(buyer, opened).isProblem(402, "PAYMENT_NOT_VERIFIED");
    server.house().payments().decline(charge(opened), "card_declined");
    Answer failed = verify(buyer, opened).isProblem(402, "PAYMENT_NOT_VERIFIED");

    assertThat(pending.json())
        .containsEntry("error", "Payment verification failed")
        .containsEntry("paymentStatus", "pending");
    assertThat(failed.json())
        .containsEntry("success", false)
        .containsEntry("error", "Payment verification failed")
        .containsEntry("paymentStatus", "failed");
    assertThat(failed.member("gatewayError"))
        .isEqualTo("Your card was declined. Please try a different payment method.");
    assertThat(pending.member("gatewayError")).isEqualTo("Not paid yet.");
    Answer seen =
        server.call(buyer, "GET", "/api/payment/payments/" + opened.get("paymentId"), null);
    assertThat(data(seen).get("paymentError")).isNotNull();
    assertThat((List<?>) server.call(buyer, "GET", "/enrollments/me", null).member("data"))
        .isEmpty();
  }

  @Test
  void aWrongAmountIsToldWithTheRightOne() {
    Answer wrong =
        server
            .call(
                school.stranger(),
                "POST",
                "/api/payment/payments",
                Map.of("courseId", school.course().toString(), "amount", 1))
            .isProblem(422, "AMOUNT_MISMATCH");

    assertThat(wrong.json())
        .containsEntry("expectedAmount", 99.99)
        .containsEntry("currency", "USD");
  }

  @Test
  void theRightAmountInAnotherCurrencyIsRefusedForItsCurrency() {
    Answer wrong =
        server
            .call(
                school.stranger(),
                "POST",
                "/api/payment/payments",
                Map.of("courseId", school.course().toString(), "amount", 99.99, "currency", "EUR"))
            .isProblem(422, "INVALID_VALUE");

    assertThat(wrong.text()).contains("\"currency\"", "This is not one of the choices.");
  }

  @Test
  void whatCannotBeAPaymentMethodIsRefused() {
    for (String method : List.of("No Such", "")) {
      Answer answer =
          server.call(
              school.stranger(),
              "POST",
              "/api/payment/payments",
              Map.of("courseId", school.course().toString(), "paymentMethod", method));
      assertThat(answer.status()).as(answer.text()).isEqualTo(422);
    }
  }

  @Test
  void aCourseThatCostsNothingEnrollsAtOnce() {
    Map<?, ?> free =
        data(
            server.call(
                school.teacher(),
                "POST",
                "/api/course/courses",
                Map.of("title", "Free", "status", "published")));
    assertThat(free.get("price")).isEqualTo(0.0);

    Map<?, ?> got = pay(school.stranger(), Map.of("courseId", free.get("id")));

    assertThat(got.get("status")).isEqualTo("completed");
    assertThat(got.get("paymentId")).isNull();
    assertThat((Map<?, ?>) got.get("enrollment")).isNotNull();
  }

  @Test
  void moneyGoesBackInPartsAndAllOfItEndsTheEnrollment() {
    String path = "/api/payment/payments/" + school.payment() + "/refund";
    Map<?, ?> part = data(server.call(school.student(), "POST", path, Map.of("amount", 9.99)));
    assertThat(part.get("refundedTotal")).isEqualTo(9.99);
    assertThat(enrollment().get("status")).isEqualTo("active");
    server
        .call(school.student(), "POST", path, Map.of("amount", 90.01))
        .isProblem(422, "REFUND_EXCEEDS_PAYMENT");
    for (int nothing : List.of(0, -5)) {
      server
          .call(school.student(), "POST", path, Map.of("amount", nothing))
          .isProblem(422, "INVALID_VALUE");
    }

    Map<?, ?> rest = data(server.call(school.teacher(), "POST", path, null));

    assertThat(rest.get("amount")).isEqualTo(90.0);
    assertThat(rest.get("refundedTotal")).isEqualTo(99.99);
    assertThat(server.house().runJobs()).isEmpty();
    assertThat(enrollment().get("status")).isEqualTo("dropped");
    server
        .call(school.student(), "GET", "/api/course/lectures/" + school.lecture(), null)
        .isProblem(403, "NOT_ENROLLED");
  }

  @Test
  void studentsCannotTakeTheirMoneyBackForEver() {
    server.house().clock().advance(Duration.ofDays(15));

    server
        .call(
            server.house().signIn(school.student().email()),
            "POST",
            "/payments/" + school.payment() + "/refund",
            Map.of())
        .isProblem(403, "REFUND_WINDOW_OVER");
  }
}
