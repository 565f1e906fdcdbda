package dev.stagedoor.providers.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderException.Kind;
import dev.stagedoor.providers.support.Answer;
import dev.stagedoor.providers.support.HttpLimits;
import dev.stagedoor.providers.support.Json;
import dev.stagedoor.providers.support.NamedSites;
import dev.stagedoor.providers.support.ProviderRequest;
import dev.stagedoor.providers.support.ProviderRuntime;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Asks shops by GraphQL, and names what went wrong: Shopify answers 200 to nearly everything, and
 * writes {@code errors} for what it did not do and {@code userErrors} for what it will not do.
 */
final class ShopifyApi implements AutoCloseable {
  /** What a call is, which decides what a lost answer means. */
  enum Act {
    /** Changes nothing, so a lost answer means nothing either. */
    READ,
    /** Changes nothing, but is part of a change: its caller cannot tell which answer got lost. */
    LOOK,
    /** Changes something, so it is asked once. */
    CHANGE
  }

  private static final int LONGEST_CODE = 64;
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.:-]{1," + LONGEST_CODE + "}");
  private static final Set<String> DOWN = Set.of("INTERNAL_SERVER_ERROR", "TIMEOUT");
  private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);
  private static final int LONGEST_WAIT_SECONDS = 60;

  private final ShopifyConfig config;
  private final NamedSites shops;

  ShopifyApi(ShopifyConfig config, ProviderRuntime runtime, HttpLimits limits) {
    this.config = config;
    this.shops = new NamedSites(Shopify.ID, runtime, limits, config.standIn().stream().toList());
  }

  /** Carries Shopify's own code for why it did not do something. */
  static final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String code;

    private Refusal(String code) {
      super(code, null, false, false);
      this.code = code;
    }

    String code() {
      return code;
    }

    static String of(ProviderException exception) {
      return exception.getCause() instanceof Refusal refusal ? refusal.code() : "refused";
    }
  }

  /** Returns what a document asks for. */
  JsonNode ask(ShopifyShop shop, String operation, Act act, String document, ObjectNode variables) {
    ProviderRequest request =
        shops
            .to(config.address(shop.domain()))
            .build()
            .post(operation, "/graphql.json")
            .header("X-Shopify-Access-Token", shop.token())
            .json(Json.object().put("query", document).set("variables", variables));
    switch (act) {
      case READ -> request.reading();
      case LOOK -> request.withinAChange();
      case CHANGE -> request.once();
    }
    Answer answer = request.send();
    JsonNode body = answer.json();
    JsonNode data = body.path("data");
    JsonNode errors = body.path("errors");
    if (!errors.isMissingNode() && !errors.isNull() && !errors.isEmpty()) {
      throw failure(operation, act, body, data.isObject());
    }
    if (!data.isObject()) {
      throw answer.unreadable(operation + ": neither data nor errors");
    }
    return data;
  }

  private static ProviderException failure(
      String operation, Act act, JsonNode body, boolean mayHaveActed) {
    String code =
        StreamSupport.stream(body.path("errors").spliterator(), false)
            .map(error -> error.path("extensions").path("code").asText())
            .filter(one -> CODE.matcher(one).matches())
            .findFirst()
            .orElse("unnamed_error");
    Duration wait = null;
    Kind kind;
    if (code.equals("THROTTLED")) {
      kind = Kind.RATE_LIMITED;
      wait = wait(body.path("extensions").path("cost"));
    } else if (code.equals("ACCESS_DENIED")) {
      kind = Kind.UNAUTHORISED;
    } else if (DOWN.contains(code)) {
      kind = act == Act.READ ? Kind.UNAVAILABLE : Kind.UNREADABLE;
    } else {
      // Without data nothing was begun.
      kind = act == Act.CHANGE && mayHaveActed ? Kind.UNREADABLE : Kind.REJECTED;
    }
    return exception(kind, operation, code, wait);
  }

  /** Returns how long it takes until a query of this cost is let in again. */
  private static Duration wait(JsonNode cost) {
    BigDecimal lacking =
        cost.path("requestedQueryCost")
            .decimalValue()
            .subtract(cost.path("throttleStatus").path("currentlyAvailable").decimalValue());
    BigDecimal rate = cost.path("throttleStatus").path("restoreRate").decimalValue();
    if (lacking.signum() <= 0 || rate.signum() <= 0) {
      return SHORTEST_WAIT;
    }
    BigDecimal seconds =
        lacking.divide(rate, 0, RoundingMode.CEILING).min(BigDecimal.valueOf(LONGEST_WAIT_SECONDS));
    return Duration.ofSeconds(seconds.longValue());
  }

  private static ProviderException exception(
      Kind kind, String operation, String code, @Nullable Duration wait) {
    return new ProviderException(
        Shopify.ID, kind, operation + ": " + code, wait, new Refusal(code));
  }

  /**
   * Refuses what a mutation's payload refuses. Shopify names the field and says the rest in words,
   * which are not kept.
   */
  static void mustNotBeRefused(String operation, JsonNode payload) {
    JsonNode errors = payload.path("userErrors");
    if (errors.isEmpty()) {
      return;
    }
    StringBuilder field = new StringBuilder("user_error");
    for (JsonNode part : errors.path(0).path("field")) {
      field.append('.').append(part.asText());
    }
    String code = field.substring(0, Math.min(field.length(), LONGEST_CODE));
    throw exception(
        Kind.REJECTED, operation, CODE.matcher(code).matches() ? code : "user_error", null);
  }

  static ProviderException unreadable(String what) {
    return new ProviderException(Shopify.ID, Kind.UNREADABLE, what);
  }

  static ProviderException rejected(String what) {
    return new ProviderException(Shopify.ID, Kind.REJECTED, what);
  }

  @Override
  public void close() {
    shops.close();
  }

  @Override
  public String toString() {
    return config.toString();
  }
}
