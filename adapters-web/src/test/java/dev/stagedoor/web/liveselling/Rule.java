package dev.stagedoor.web.liveselling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one route of live selling is for, from which its tests are made. Every route must be in
 * {@link #ALL}; a new one that is not fails them.
 *
 * @param success the status when it is allowed
 * @param scope whose data it is about
 * @param isPaid whether it needs a plan that includes the payment provider it uses
 * @param body a good body, member by member; none: the route takes none
 * @param required the members that a body must have
 * @param answer the members of its answer, in words of {@link Shapes}; blank for none
 */
record Rule(
    String operation,
    int success,
    Scope scope,
    boolean isPaid,
    Map<String, Function<Shop, Object>> body,
    Set<String> required,
    String answer) {

  /** Where the workspace is named whose data a route is about. */
  enum Scope {
    /** Nowhere: it is about the caller. */
    CALLER,
    /** In the path. */
    PATH,
    /** In the query, where it may be left out. */
    QUERY,
    /** In the body, where it may be left out. */
    BODY,
    /** In the state that the caller was sent out with. */
    STATE
  }

  static final List<Rule> ALL =
      List.of(
          get("/api/workspaces", "workspaces[]:workspace page limit total").by(Scope.CALLER),
          post("/api/workspaces", "workspace:workspace")
              .by(Scope.CALLER)
              .must("name", shop -> "Another shop")
              .may("currency", shop -> "eur"),
          get("/api/workspaces/{id}", "workspace:workspace"),
          patch("/api/workspaces/{id}", "workspace:workspace")
              .may("name", shop -> "Renamed " + shop.mark())
              .may("currency", shop -> "eur"),
          post("/api/workspaces/{id}/members", "workspace:workspace")
              .must("email", shop -> "third@example.org"),
          delete("/api/workspaces/{id}/members/{userId}", 200, "workspace:workspace"),
          get("/api/workspaces/{id}/updates", ""),
          get("/api/integrations", "integrations[]:integration").by(Scope.QUERY),
          post("/api/integrations/{provider}/connect", "integration:integration")
              .by(Scope.QUERY)
              .paid()
              .may("workspaceId", shop -> shop.workspace().toString())
              .must("method", shop -> "api_key")
              .must("secretKey", shop -> shop.key().reveal())
              .may("site", shop -> "here")
              .may("publishableKey", shop -> "pk_fake_" + shop.mark())
              .may("webhookSecret", shop -> "whsec_fake_" + shop.mark())
              .may("displayName", shop -> "Account " + shop.mark())
              .may("settings", shop -> settings()),
          get("/api/integrations/{provider}/oauth/callback", "")
              .answering(303)
              .by(Scope.STATE)
              .paid(),
          get("/api/integrations/{provider}/test", "ok error?").by(Scope.QUERY).paid(),
          patch("/api/integrations/{provider}", "integration:integration")
              .by(Scope.QUERY)
              .paid()
              .may("workspaceId", shop -> shop.workspace().toString())
              .must("settings", shop -> settings()),
          delete("/api/integrations/{provider}", 204, "").by(Scope.QUERY),
          get("/api/shows", "shows[]:show page limit total").by(Scope.QUERY),
          post("/api/shows", "show:show")
              .by(Scope.BODY)
              .may("workspaceId", shop -> shop.workspace().toString())
              .must("name", shop -> "Another show")
              .may("platformPostId", shop -> "post-of-another-show"),
          get("/api/shows/{id}", "show:show"),
          patch("/api/shows/{id}", "show:show")
              .may("name", shop -> "Renamed " + shop.mark())
              .may("platformPostId", shop -> "another-post"),
          post("/api/shows/{id}/start", "show:show").answering(200),
          post("/api/shows/{id}/end", "show:show").answering(200),
          get("/api/shows/{id}/updates", ""),
          get("/ws/shows/{id}", "").answering(101),
          get("/api/shows/{id}/items", "items[]:item"),
          post("/api/shows/{id}/items", "item:item")
              .must("number", shop -> 77)
              .must("title", shop -> "Hat")
              .may("priceCents", shop -> 2_500)
              .must("quantity", shop -> 3),
          patch("/api/shows/{id}/items/{itemId}", "item:item")
              .may("number", shop -> 78)
              .may("title", shop -> "Cap")
              .may("priceCents", shop -> 2_400)
              .may("quantity", shop -> 4),
          delete("/api/shows/{id}/items/{itemId}", 204, ""),
          get("/api/shows/{id}/comments", "comments[]:comment page limit total"),
          post("/api/shows/{id}/comments", "claims[]:claim ignored?")
              .must("platformUserId", shop -> "eva")
              .may("handle", shop -> "Eva")
              .must("text", shop -> "sold 1")
              .may("commentId", shop -> "comment-of-eva")
              .may("postedAt", shop -> "2025-06-01T10:00:00Z"),
          get("/api/shows/{id}/claims", "claims[]:claim page limit total"),
          post("/api/shows/{id}/claims", "claim:claim")
              .must("itemNumber", shop -> 1)
              .may("quantity", shop -> 2)
              .must("platformUserId", shop -> "eva")
              .may("handle", shop -> "Eva"),
          delete("/api/shows/{id}/claims/{claimId}", 204, ""),
          get("/api/shows/{id}/buyers", "buyers[]:buyer page limit total"),
          post("/api/shows/{id}/invoices/generate", "invoices[]:invoice")
              .answering(200)
              .paid()
              .may("buyers", shop -> List.of("luis"))
              .may("send", shop -> true)
              .may("provider", Shop::payment),
          get("/api/shows/{id}/invoices", "invoices[]:invoice page limit total"),
          post("/api/shows/{id}/invoices/{invoiceId}/send", "invoice:invoice delivery:delivery")
              .answering(200)
              .paid(),
          post("/api/shows/{id}/invoices/{invoiceId}/retry", "invoice:invoice")
              .answering(200)
              .paid(),
          post("/api/shows/{id}/invoices/{invoiceId}/void", "invoice:invoice").answering(200));

  private static Map<String, Object> settings() {
    return Map.of("currency", "eur", "memoTemplate", "Thanks for {show}", "daysUntilDue", 14);
  }

  private static Rule get(String path, String answer) {
    return of("GET " + path, 200, answer);
  }

  private static Rule post(String path, String answer) {
    return of("POST " + path, 201, answer);
  }

  private static Rule patch(String path, String answer) {
    return of("PATCH " + path, 200, answer);
  }

  private static Rule delete(String path, int success, String answer) {
    return of("DELETE " + path, success, answer);
  }

  private static Rule of(String operation, int success, String answer) {
    return new Rule(operation, success, Scope.PATH, false, Map.of(), Set.of(), answer);
  }

  private Rule answering(int status) {
    return new Rule(operation, status, scope, isPaid, body, required, answer);
  }

  private Rule by(Scope other) {
    return new Rule(operation, success, other, isPaid, body, required, answer);
  }

  private Rule paid() {
    return new Rule(operation, success, scope, true, body, required, answer);
  }

  private Rule may(String member, Function<Shop, Object> value) {
    Map<String, Function<Shop, Object>> more = new LinkedHashMap<>(body);
    more.put(member, value);
    return new Rule(operation, success, scope, isPaid, more, required, answer);
  }

  private Rule must(String member, Function<Shop, Object> value) {
    Rule more = may(member, value);
    Set<String> all =
        Stream.concat(required.stream(), Stream.of(member)).collect(Collectors.toSet());
    return new Rule(operation, success, scope, isPaid, more.body, all, answer);
  }

  String method() {
    return operation.substring(0, operation.indexOf(' '));
  }

  String path() {
    return operation.substring(operation.indexOf(' ') + 1);
  }

  boolean isSocket() {
    return path().startsWith("/ws/");
  }

  boolean isCreating() {
    return method().equals("POST") && success == 201;
  }

  /** Tells whether the path names something of a show. */
  boolean isNested() {
    return path().startsWith("/api/shows/") && path().indexOf('}') != path().lastIndexOf('}');
  }

  /** Returns a good body. */
  Map<String, Object> body(Shop shop) {
    Map<String, Object> values = new LinkedHashMap<>();
    body.forEach((member, value) -> values.put(member, value.apply(shop)));
    return values;
  }

  /** Returns the address of what the route is about in a shop. */
  String address(Shop shop, String provider) {
    String outer = path().startsWith("/api/workspaces") ? "" + shop.workspace() : "" + shop.show();
    return address(outer, shop, provider);
  }

  /** Returns the address of what is in one shop as if it were in another. */
  String address(String outer, Shop inner, String provider) {
    boolean isRemoved = method().equals("DELETE");
    String invoice = "" + (path().endsWith("/retry") ? inner.failed() : inner.draft());
    String address =
        path()
            .replace("{id}", outer)
            .replace("{provider}", provider)
            .replace("{userId}", "" + inner.second())
            .replace("{itemId}", "" + (isRemoved ? inner.unsold() : inner.sold()))
            .replace("{claimId}", "" + inner.claim())
            .replace("{invoiceId}", invoice);
    List<String> query = new ArrayList<>();
    if (scope == Scope.QUERY) {
      query.add("workspaceId=" + inner.workspace());
    }
    if (scope == Scope.STATE) {
      query.addAll(Arrays.asList("code=" + inner.givesLeave().reveal(), "state=" + inner.state()));
    }
    return query.isEmpty() ? address : address + "?" + String.join("&", query);
  }

  @Override
  public String toString() {
    return operation;
  }
}
