package dev.stagedoor.providers.square;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stagedoor.domain.invoicing.Merchant;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderException.Kind;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.providers.support.Answer;
import dev.stagedoor.providers.support.HttpLimits;
import dev.stagedoor.providers.support.Json;
import dev.stagedoor.providers.support.ProviderHttp;
import dev.stagedoor.providers.support.ProviderRequest;
import dev.stagedoor.providers.support.ProviderRuntime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The calls of Square's API that are used here, each under one merchant's token. */
final class SquareApi {
  /** Sent with every call: a merchant's application may be set to any other. */
  static final String VERSION = "2026-08-19";

  /** The largest page a list of invoices has. */
  private static final int PAGE = 200;

  /** Without an end a list that repeats would be read on. */
  private static final int MOST_PAGES = 10;

  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{20,1024}");

  /** Ids and secrets of applications, which merchants see beside their tokens. */
  private static final Pattern OF_AN_APPLICATION = Pattern.compile("(sandbox-)?sq0(id|cs)[bp]-.*");

  private final ProviderHttp http;

  SquareApi(SquareConfig config, ProviderRuntime runtime, HttpLimits limits) {
    http =
        ProviderHttp.to(Square.ID, config.baseUrl(), runtime)
            .errorCode(SquareApi::code)
            .limits(limits)
            .build();
  }

  private static Optional<String> code(Answer answer) {
    return optional(answer.json().path("errors").path(0), "code");
  }

  /** Tells whether this may be a token that acts. */
  static boolean isToken(Secret key) {
    return TOKEN.matcher(key.reveal()).matches()
        && !OF_AN_APPLICATION.matcher(key.reveal()).matches();
  }

  /**
   * Returns the token to act under.
   *
   * @throws ProviderException {@code UNAUTHORISED} for who brought none
   */
  static Secret token(Merchant merchant) {
    if (merchant instanceof Merchant.Keyed keyed && isToken(keyed.key())) {
      return keyed.key();
    }
    throw new ProviderException(
        Square.ID, Kind.UNAUTHORISED, "only a merchant's own access token can act");
  }

  private static ProviderRequest as(Secret token, ProviderRequest request) {
    return request.bearer(token).header("Square-Version", VERSION);
  }

  /** Returns one of a merchant's locations, empty when that merchant has none of that id. */
  Optional<SquareLocation> location(Secret token, String id) {
    JsonNode answer = as(token, http.get("location.list", "/v2/locations")).send().json();
    return items(answer, "locations").stream()
        .filter(one -> id.equals(one.path("id").textValue()))
        .map(SquareLocation::read)
        .findFirst();
  }

  /** Fails unless the token may see the location's invoices. */
  void checkInvoices(Secret token, String location) {
    JsonNode answer =
        as(token, http.get("invoice.list", "/v2/invoices"))
            .query("location_id", location)
            .query("limit", "1")
            .send()
            .json();
    List<JsonNode> ignored = items(answer, "invoices");
  }

  /** Returns the customer the merchant calls so. Who is a minute young may not be found yet. */
  Optional<String> customer(Secret token, String reference) {
    ObjectNode search = Json.object().put("limit", 1);
    search.putObject("query").putObject("filter").putObject("reference_id").put("exact", reference);
    JsonNode answer =
        as(token, http.post("customer.search", "/v2/customers/search"))
            .json(search)
            .reading()
            .send()
            .json();
    return items(answer, "customers").stream().map(one -> text(one, "id")).findFirst();
  }

  String createCustomer(Secret token, ObjectNode customer) {
    return text(
        once(as(token, http.post("customer.create", "/v2/customers")), customer, "customer"), "id");
  }

  void updateCustomer(Secret token, String id, ObjectNode customer) {
    JsonNode ignored =
        thing(
            as(token, http.put("customer.update", "/v2/customers/{}", id)).json(customer),
            "customer");
  }

  String createOrder(Secret token, ObjectNode order) {
    return text(once(as(token, http.post("order.create", "/v2/orders")), order, "order"), "id");
  }

  /** Returns a customer's invoices at a location, the newest first. */
  List<JsonNode> invoicesOf(Secret token, String location, String customer) {
    ObjectNode search = Json.object().put("limit", PAGE);
    ObjectNode query = search.putObject("query");
    ObjectNode filter = query.putObject("filter");
    filter.putArray("location_ids").add(location);
    filter.putArray("customer_ids").add(customer);
    query.putObject("sort").put("field", "INVOICE_SORT_DATE").put("order", "DESC");
    List<JsonNode> all = new ArrayList<>();
    for (int page = 0; page < MOST_PAGES; page++) {
      JsonNode answer =
          as(token, http.post("invoice.search", "/v2/invoices/search"))
              .json(search)
              .reading()
              .send()
              .json();
      all.addAll(items(answer, "invoices"));
      Optional<String> next = optional(answer, "cursor");
      if (next.isEmpty()) {
        return all;
      }
      search.put("cursor", next.get());
    }
    throw unreadable("more invoices of one customer than can be");
  }

  JsonNode createInvoice(Secret token, ObjectNode invoice) {
    return once(as(token, http.post("invoice.create", "/v2/invoices")), invoice, "invoice");
  }

  JsonNode updateInvoice(Secret token, String id, ObjectNode invoice) {
    return once(as(token, http.put("invoice.update", "/v2/invoices/{}", id)), invoice, "invoice");
  }

  JsonNode publish(Secret token, String id, ObjectNode what) {
    return once(
        as(token, http.post("invoice.publish", "/v2/invoices/{}/publish", id)), what, "invoice");
  }

  JsonNode invoice(Secret token, String id) {
    return thing(as(token, http.get("invoice.read", "/v2/invoices/{}", id)), "invoice");
  }

  JsonNode cancel(Secret token, String id, ObjectNode what) {
    return thing(
        as(token, http.post("invoice.cancel", "/v2/invoices/{}/cancel", id)).json(what), "invoice");
  }

  /** Sends what has a key by which Square knows a repetition; it travels in the body. */
  private static JsonNode once(ProviderRequest request, ObjectNode body, String member) {
    String ignored = text(body, "idempotency_key");
    return thing(request.json(body).repeatable(), member);
  }

  private static JsonNode thing(ProviderRequest request, String member) {
    JsonNode thing = request.send().json().path(member);
    if (!thing.isObject()) {
      throw unreadable("nothing under " + member);
    }
    return thing;
  }

  /** A list that is empty is left out; what is no answer of Square's is not an empty list. */
  private static List<JsonNode> items(JsonNode answer, String member) {
    JsonNode items = answer.path(member);
    if (!answer.isObject() || !(items.isArray() || items.isMissingNode())) {
      throw unreadable("no list under " + member);
    }
    List<JsonNode> all = new ArrayList<>();
    items.forEach(all::add);
    return all;
  }

  static Optional<String> optional(JsonNode thing, String member) {
    return Optional.ofNullable(thing.path(member).textValue()).filter(text -> !text.isBlank());
  }

  /** Returns a member that must be there. */
  static String text(JsonNode thing, String member) {
    return optional(thing, member).orElseThrow(() -> unreadable("nothing under " + member));
  }

  static int whole(JsonNode thing, String member) {
    JsonNode value = thing.path(member);
    if (!value.isIntegralNumber() || !value.canConvertToInt()) {
      throw unreadable("no whole number under " + member);
    }
    return value.intValue();
  }

  static ProviderRef ref(String id) {
    return new ProviderRef(Square.ID, id);
  }

  static ProviderException unreadable(String what) {
    return new ProviderException(Square.ID, Kind.UNREADABLE, what);
  }

  @Override
  public String toString() {
    return http.toString();
  }
}
