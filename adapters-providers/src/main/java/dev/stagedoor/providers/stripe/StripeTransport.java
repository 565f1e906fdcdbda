package dev.stagedoor.providers.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import com.stripe.net.HttpClient;
import com.stripe.net.HttpContent;
import com.stripe.net.HttpHeaders;
import com.stripe.net.StripeRequest;
import com.stripe.net.StripeResponse;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.providers.support.Answer;
import dev.stagedoor.providers.support.ProviderHttp;
import dev.stagedoor.providers.support.ProviderRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Carries what stripe-java sends over the one way out. A refusal is thrown from here, by its
 * status: stripe-java fails with whatever comes (even {@code NullPointerException}) at answers
 * without a body or of another form, and writes the answer into its messages.
 */
final class StripeTransport extends HttpClient {
  private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
  // What tells Stripe of the machine we run on is left out.
  private static final Set<String> LEFT_OUT =
      Set.of("x-stripe-client-user-agent", "x-stripe-client-telemetry", "user-agent");

  private final ProviderHttp http;
  private final String operation;

  StripeTransport(ProviderHttp http, String operation) {
    this.http = http;
    this.operation = operation;
  }

  /**
   * Makes one call, with the attempts it may take.
   *
   * @throws ProviderException when it was refused or its answer was lost
   */
  @Override
  public StripeResponse request(StripeRequest request) {
    ProviderRequest call =
        http.request(operation, request.method().name(), URI.create(request.url().toString()));
    for (Map.Entry<String, List<String>> header : request.headers().map().entrySet()) {
      put(call, header.getKey(), header.getValue());
    }
    HttpContent content = request.content();
    if (content != null) {
      call.bytes(content.contentType(), content.byteArrayContent());
    }
    Answer answer = call.send();
    JsonNode body = answer.json();
    if (!body.isObject()) {
      throw answer.unreadable("answered with what is no object");
    }
    return new StripeResponse(
        answer.status(),
        HttpHeaders.of(answer.headers()),
        new String(answer.body(), StandardCharsets.UTF_8));
  }

  private static void put(ProviderRequest call, String name, List<String> values) {
    if (values.isEmpty() || LEFT_OUT.contains(name.toLowerCase(Locale.ROOT))) {
      return;
    }
    if (name.equalsIgnoreCase(IDEMPOTENCY_KEY)) {
      // The same key on every attempt: Stripe does it once, and says 409 while it is at it.
      call.idempotencyKey(IDEMPOTENCY_KEY, values.get(0)).repeatingConflicts();
    } else {
      call.header(name, Secret.of(values.get(0)));
    }
  }

  /** Finds Stripe's own code: of a decline, of an error, its type, or what OAuth calls it. */
  static Optional<String> errorCode(Answer answer) {
    JsonNode error = answer.json().path("error");
    if (error.isTextual()) {
      return Optional.of(error.textValue());
    }
    for (String member : List.of("decline_code", "code", "type")) {
      if (error.path(member).isTextual()) {
        return Optional.of(error.path(member).textValue());
      }
    }
    return Optional.empty();
  }
}
