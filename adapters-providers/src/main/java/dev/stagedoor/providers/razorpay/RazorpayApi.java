package dev.stagedoor.providers.razorpay;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderException.Kind;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.providers.support.Answer;
import dev.stagedoor.providers.support.HttpLimits;
import dev.stagedoor.providers.support.ProviderHttp;
import dev.stagedoor.providers.support.ProviderRequest;
import dev.stagedoor.providers.support.ProviderRuntime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The calls of Razorpay's API, version 1, that are used here. */
final class RazorpayApi {
  /** The largest page a list has. */
  private static final int PAGE = 100;

  /** Nobody refunds one payment so often; without an end a list that repeats would be read on. */
  private static final int MOST_PAGES = 20;

  private final ProviderHttp http;

  RazorpayApi(RazorpayConfig config, ProviderRuntime runtime, HttpLimits limits) {
    http =
        ProviderHttp.to(Razorpay.ID, config.baseUrl(), runtime)
            .basic(config.keyId(), config.keySecret())
            .errorCode(RazorpayApi::code)
            .limits(limits)
            .build();
  }

  // The code names three families only; the reason, where there is one, says why.
  private static Optional<String> code(Answer answer) {
    JsonNode error = answer.json().path("error");
    return Optional.ofNullable(error.path("reason").textValue())
        .filter(reason -> !reason.isBlank() && !reason.equals("NA"))
        .or(() -> Optional.ofNullable(error.path("code").textValue()));
  }

  /** Returns the orders with this receipt. */
  List<JsonNode> ordersOf(String receipt) {
    return items(
        http.get("order.list", "/v1/orders")
            .query("receipt", receipt)
            .query("count", String.valueOf(PAGE))
            .send());
  }

  JsonNode createOrder(JsonNode order) {
    return http.post("order.create", "/v1/orders").json(order).send().json();
  }

  JsonNode order(String id) {
    return http.get("order.read", "/v1/orders/{}", id).send().json();
  }

  List<RazorpayPayment> paymentsOf(String order) {
    return items(http.get("order.payments", "/v1/orders/{}/payments", order).send()).stream()
        .map(RazorpayPayment::read)
        .toList();
  }

  /** Returns every refund there ever was of a payment. */
  List<RazorpayRefund> refundsOf(RazorpayPayment payment) {
    List<RazorpayRefund> all = new ArrayList<>();
    for (int page = 0; page < MOST_PAGES; page++) {
      List<JsonNode> some =
          items(
              http.get("payment.refunds", "/v1/payments/{}/refunds", payment.id())
                  .query("count", String.valueOf(PAGE))
                  .query("skip", String.valueOf(page * PAGE))
                  .send());
      some.stream().map(RazorpayRefund::read).forEach(all::add);
      if (some.size() < PAGE) {
        return all;
      }
    }
    throw unreadable("more refunds than can be");
  }

  RazorpayRefund refund(String payment, String key, JsonNode refund) {
    ProviderRequest request =
        http.post("payment.refund", "/v1/payments/{}/refund", payment)
            .json(refund)
            .idempotencyKey("X-Refund-Idempotency", key)
            .repeatingConflicts();
    return RazorpayRefund.read(request.send().json());
  }

  private static List<JsonNode> items(Answer answer) {
    JsonNode items = answer.json().path("items");
    if (!items.isArray()) {
      throw unreadable("a list without items");
    }
    List<JsonNode> all = new ArrayList<>();
    items.forEach(all::add);
    return all;
  }

  /** Returns a member that must be there. */
  static String text(JsonNode thing, String member) {
    String value = thing.path(member).textValue();
    if (value == null || value.isBlank()) {
      throw unreadable("nothing under " + member);
    }
    return value;
  }

  static long whole(JsonNode thing, String member) {
    JsonNode value = thing.path(member);
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw unreadable("no whole number under " + member);
    }
    return value.longValue();
  }

  static ProviderRef ref(String id) {
    return new ProviderRef(Razorpay.ID, id);
  }

  static ProviderException unreadable(String what) {
    return new ProviderException(Razorpay.ID, Kind.UNREADABLE, what);
  }
}
