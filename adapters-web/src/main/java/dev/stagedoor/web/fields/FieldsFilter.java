package dev.stagedoor.web.fields;

import dev.stagedoor.domain.analytics.DeviceClass;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.web.request.Devices;
import dev.stagedoor.web.request.FilterOrder;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Sends of what is read below {@code /api/v1} the members that are asked for. {@code
 * ?fields=name,logo} keeps these, {@code ?fields=*} all; without it phones are not sent what they
 * do not show.
 */
@ServerFilter("/api/v1/**")
final class FieldsFilter {
  private static final String FIELDS = "fields";
  private static final String ALL = "*";

  private final JsonMapper json;
  private final Map<Argument<?>, Optional<Shape>> shapes = new ConcurrentHashMap<>();

  FieldsFilter(JsonMapper json) {
    this.json = json;
  }

  @ResponseFilter
  @Order(FilterOrder.REPLAY + 10)
  void choose(HttpRequest<?> request, MutableHttpResponse<?> response) {
    Object body = response.body();
    boolean isRead =
        request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.HEAD;
    if (!isRead || body == null || response.code() >= 300) {
      return;
    }
    Argument<?> type = type(request, body);
    Optional<Shape> known = shapes.computeIfAbsent(type, Shape::of);
    if (known.isEmpty()) {
      return;
    }
    // What is long enough is compressed for those who take that.
    response.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    Shape shape = known.get();
    Set<String> wanted = wanted(request);
    if (wanted.isEmpty()) {
      forDevice(request, response, type, body, shape);
    } else if (!wanted.contains(ALL)) {
      if (!shape.members().containsAll(wanted)) {
        throw DomainException.invalid(FIELDS, "choice");
      }
      keep(response, type, body, shape.within(), wanted::contains);
    }
  }

  private void forDevice(
      HttpRequest<?> request,
      MutableHttpResponse<?> response,
      Argument<?> type,
      Object body,
      Shape shape) {
    if (shape.offPhones().isEmpty()) {
      return;
    }
    response.getHeaders().add(HttpHeaders.VARY, Devices.VARY);
    if (Devices.of(request) == DeviceClass.MOBILE) {
      keep(response, type, body, shape.within(), name -> !shape.offPhones().contains(name));
    }
  }

  /** Returns the names that are asked for: none where nothing is said. */
  private static Set<String> wanted(HttpRequest<?> request) {
    Set<String> names = new LinkedHashSet<>();
    for (String list : request.getParameters().getAll(FIELDS)) {
      for (String name : list.split(",", -1)) {
        names.add(name.strip());
      }
    }
    return names;
  }

  private static Argument<?> type(HttpRequest<?> request, Object body) {
    return RouteAttributes.getRouteInfo(request)
        .<Argument<?>>map(RouteInfo::getResponseBodyType)
        .filter(type -> type.getType() == body.getClass())
        .orElseGet(() -> Argument.of(body.getClass()));
  }

  private void keep(
      MutableHttpResponse<?> response,
      Argument<?> type,
      Object body,
      Optional<String> within,
      Predicate<String> which) {
    try {
      JsonNode kept = within(tree(type, body), within, which);
      response.contentType(MediaType.APPLICATION_JSON_TYPE);
      response.body((Object) json.writeValueAsBytes(kept));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode within(
      JsonNode answer, Optional<String> within, Predicate<String> which) {
    if (within.isEmpty()) {
      return one(answer, which);
    }
    Map<String, JsonNode> members = new LinkedHashMap<>();
    answer
        .entries()
        .forEach(
            member ->
                members.put(
                    member.getKey(),
                    member.getKey().equals(within.get())
                        ? each(member.getValue(), which)
                        : member.getValue()));
    return JsonNode.createObjectNode(members);
  }

  private static JsonNode each(JsonNode things, Predicate<String> which) {
    if (!things.isArray()) {
      return one(things, which);
    }
    List<JsonNode> kept = new ArrayList<>();
    things.values().forEach(thing -> kept.add(one(thing, which)));
    return JsonNode.createArrayNode(kept);
  }

  private static JsonNode one(JsonNode thing, Predicate<String> which) {
    Map<String, JsonNode> kept = new LinkedHashMap<>();
    thing
        .entries()
        .forEach(
            member -> {
              if (which.test(member.getKey())) {
                kept.put(member.getKey(), member.getValue());
              }
            });
    return JsonNode.createObjectNode(kept);
  }

  @SuppressWarnings("unchecked") // the body was just found to be an instance of it
  private <T> JsonNode tree(Argument<T> type, Object body) throws IOException {
    return json.writeValueToTree(type, (T) body);
  }
}
