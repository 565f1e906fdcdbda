package dev.stagedoor.providers.razorpay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.payments.CheckoutOutcome;
import dev.stagedoor.domain.payments.CheckoutRequest;
import dev.stagedoor.domain.payments.port.Checkouts;
import dev.stagedoor.providers.support.HttpRefusal;
import dev.stagedoor.providers.support.Json;
import java.util.Comparator;
import java.util.Optional;

/**
 * Prepares orders. Razorpay knows no key under which an order is made once, so the order with the
 * payment's receipt is looked for first.
 */
final class RazorpayCheckouts implements Checkouts {
  /** The longest there is, in minutes: a bank's late yes is still captured for five days. */
  private static final int CAPTURED_WITHIN = 7200;

  private final RazorpayApi api;
  private final String keyId;

  RazorpayCheckouts(RazorpayApi api, String keyId) {
    this.api = api;
    this.keyId = keyId;
  }

  @Override
  public CheckoutOutcome open(CheckoutRequest request) {
    Optional<Long> amount = RazorpayAmounts.write(request.amount());
    if (amount.isEmpty()) {
      return new CheckoutOutcome.Refused("amount_not_expressible");
    }
    try {
      String receipt = RazorpayReceipts.receipt(request.payment().value());
      JsonNode order =
          api.ordersOf(receipt).stream()
              .filter(one -> receipt.equals(one.path("receipt").textValue()))
              .min(
                  Comparator.comparingLong((JsonNode one) -> one.path("created_at").asLong())
                      .thenComparing(one -> one.path("id").asText()))
              .orElseGet(() -> api.createOrder(order(request, receipt, amount.get())));
      return opened(order, request);
    } catch (ProviderException e) {
      return switch (e.kind()) {
        case UNREADABLE -> new CheckoutOutcome.Unknown("the answer was lost");
        case REJECTED ->
            new CheckoutOutcome.Refused(
                HttpRefusal.behind(e).flatMap(HttpRefusal::code).orElse("refused"));
        case UNAUTHORISED, RATE_LIMITED, UNAVAILABLE -> throw e;
      };
    }
  }

  private CheckoutOutcome opened(JsonNode order, CheckoutRequest request) {
    boolean same =
        RazorpayAmounts.read(
                RazorpayApi.whole(order, "amount"), RazorpayApi.text(order, "currency"))
            .equals(request.amount());
    return same
        ? new CheckoutOutcome.Opened(
            RazorpayApi.ref(RazorpayApi.text(order, "id")), Optional.empty())
        : new CheckoutOutcome.Refused("receipt_of_another_amount");
  }

  private static ObjectNode order(CheckoutRequest request, String receipt, long amount) {
    ObjectNode order =
        Json.object()
            .put("amount", amount)
            .put("currency", request.amount().currency().getCurrencyCode())
            .put("receipt", receipt)
            .put("partial_payment", false);
    order.putObject("notes").put("description", RazorpayReceipts.note(request.description()));
    ObjectNode payment = order.putObject("payment").put("capture", "automatic");
    payment
        .putObject("capture_options")
        .put("automatic_expiry_period", CAPTURED_WITHIN)
        .put("refund_speed", "normal");
    return order;
  }

  @Override
  public Optional<String> publishableKey() {
    return Optional.of(keyId);
  }

  /** Does nothing: an order of Razorpay stays payable. */
  @Override
  public void cancel(ProviderRef charge) {}
}
