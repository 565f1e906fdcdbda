package dev.stagedoor.providers.square;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
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

  private static final String LINKS = "/v2/online-checkout/payment-links";

  private static final int ORDERS_PER_PAGE = 200;

  /** Older orders are not looked at: a location sells other things all day, too. */
  private static final int PAGES_OF_ORDERS = 5;

  /** The largest page a list of links has. */
  private static final int LINKS_PER_PAGE = 1000;

  /** Without an end a list that repeats would be read on. */
  private static final int PAGES_OF_LINKS = 50;

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

  /** Fails unless the token may see the merchant's payment links. */
  void checkLinks(Secret token) {
    JsonNode answer = as(token, http.get("link.list", LINKS)).query("limit", "1").send().json();
    List<JsonNode> ignored = items(answer, "payment_links");
  }

  /**
   * Returns the order that has this reference, among the newest of a location. One that is a minute
   * young may not be found yet. No search of Square's is by reference.
   */
  Optional<JsonNode> orderOf(Secret token, String location, String reference) {
    ObjectNode search = Json.object().put("limit", ORDERS_PER_PAGE);
    search.putArray("location_ids").add(location);
    ObjectNode query = search.putObject("query");
    ArrayNode states = query.putObject("filter").putObject("state_filter").putArray("states");
    SquareMapping.STATES.forEach(states::add);
    query.putObject("sort").put("sort_field", "CREATED_AT").put("sort_order", "DESC");
    for (int page = 0; page < PAGES_OF_ORDERS; page++) {
      JsonNode answer =
          as(token, http.post("order.search", "/v2/orders/search"))
              .json(search)
              .reading()
              .send()
              .json();
      Optional<JsonNode> found = first(items(answer, "orders"), "reference_id", reference);
      Optional<String> next = optional(answer, "cursor");
      if (found.isPresent() || next.isEmpty()) {
        return found;
      }
      search.put("cursor", next.get());
    }
    return Optional.empty();
  }

  private static Optional<JsonNode> first(List<JsonNode> things, String member, String value) {
    return things.stream().filter(one -> value.equals(one.path(member).textValue())).findFirst();
  }

  JsonNode order(Secret token, String id) {
    return thing(as(token, http.get("order.read", "/v2/orders/{}", id)), "order");
  }

  /** Makes an order and the link by which it is paid, both once for each key. */
  SquareLink createLink(Secret token, ObjectNode link) {
    String ignored = text(link, "idempotency_key");
    return SquareLink.read(
        thing(as(token, http.post("link.create", LINKS)).json(link).repeatable(), "payment_link"));
  }

  /** Returns the link by which an order is paid; Square lists them all, and by nothing else. */
  Optional<SquareLink> linkOf(Secret token, String order) {
    Optional<String> next = Optional.empty();
    for (int page = 0; page < PAGES_OF_LINKS; page++) {
      ProviderRequest list =
          as(token, http.get("link.list", LINKS)).query("limit", String.valueOf(LINKS_PER_PAGE));
      JsonNode answer = next.map(cursor -> list.query("cursor", cursor)).orElse(list).send().json();
      Optional<JsonNode> found = first(items(answer, "payment_links"), "order_id", order);
      next = optional(answer, "cursor");
      if (found.isPresent() || next.isEmpty()) {
        return found.map(SquareLink::read);
      }
    }
    return Optional.empty();
  }

  /** Returns the order that is cancelled with the link, where Square says so. */
  Optional<String> deleteLink(Secret token, SquareLink link) {
    JsonNode answer = as(token, http.delete("link.delete", LINKS + "/{}", link.id())).send().json();
    return optional(answer, "cancelled_order_id");
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
