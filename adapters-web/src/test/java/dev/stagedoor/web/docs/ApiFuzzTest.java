package dev.stagedoor.web.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.web.WebServer;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/**
 * Calls every operation of the document with values that are valid, just not valid, and absurd: the
 * server may refuse them, but it may not fail. The seed makes a failure repeatable.
 */
class ApiFuzzTest {
  private static final long SEED = 20_250_601;
  private static final int CALLS = 2000;
  private static final List<Object> VALUES =
      List.of(
          "",
          " ",
          "a",
          "null",
          "\u0000",
          "\ud83d\ude00",
          "\ud83d",
          "\u202e\ufeff\u00e9",
          "' or 1=1 --",
          "%00%ff",
          "../../etc/passwd",
          "x".repeat(300),
          "x".repeat(30_000),
          "ada@example.org",
          "2026-03-29",
          "02:30",
          "Europe/Berlin",
          "+999999999-12-31T23:59:59.999999999Z",
          "-999999999-01-01",
          "00000000-0000-0000-0000-000000000000",
          0,
          -1,
          1,
          100,
          Integer.MAX_VALUE,
          Long.MIN_VALUE,
          new java.math.BigDecimal("1e400"),
          new java.math.BigDecimal("0.000000000000000000000001"),
          true,
          false,
          List.of(),
          List.of(List.of(List.of(1))),
          Map.of(),
          Map.of("", Map.of("a", 1)));

  private static WebServer server;
  private static Map<String, Object> document;
  private static FullHouse full;
  private static List<InMemoryStagedoor.Person> people;

  private final Random random = new Random(SEED);

  private record Operation(String method, String path, Map<String, Object> description) {}

  @BeforeAll
  static void start() {
    server = WebServer.start("stagedoor.rate-limits.enabled=false");
    document = new Yaml().load(server.get("/openapi.yml").send().text());
    full = new FullHouse(server);
    people = new ArrayList<>(full.people());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void noCallMakesTheServerFail() throws Exception {
    List<Operation> operations = operations();
    List<String> failed = new ArrayList<>();
    Map<Integer, Integer> statuses = new LinkedHashMap<>();
    for (int i = 0; i < CALLS; i++) {
      Operation operation = operations.get(i % operations.size());
      String path = path(operation);
      @Nullable Object body = body(operation);
      int status = call(operation.method(), path, body);
      statuses.merge(status / 100, 1, Integer::sum);
      if (status >= 500) {
        failed.add(status + " " + operation.method() + " " + path + " " + body);
      }
    }

    assertThat(failed).as("seed %d", SEED).isEmpty();
    // Else nothing but the outermost checks would have been tried.
    assertThat(statuses).containsKeys(2, 4);
    assertThat(statuses.get(2)).isGreaterThan(CALLS / 20);
  }

  private static List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    map(document.get("paths"))
        .forEach(
            (path, item) ->
                map(item)
                    .forEach(
                        (method, operation) ->
                            operations.add(
                                new Operation(
                                    method.toUpperCase(Locale.ROOT), path, map(operation)))));
    return operations;
  }

  private int call(String method, String path, @Nullable Object body)
      throws IOException, InterruptedException {
    WebServer.Exchange request = server.request(method, path);
    int person = random.nextInt(people.size());
    boolean isSignedIn = random.nextInt(10) > 0;
    if (isSignedIn) {
      request.bearer(people.get(person).token());
    }
    if (path.startsWith("/api/cross-app/") && random.nextBoolean()) {
      request.header("x-shared-secret", InMemoryStagedoor.TICKETING_SECRET.reveal());
    }
    if (random.nextInt(20) == 0) {
      request.header("Idempotency-Key", "key " + random.nextInt(5));
    }
    if (random.nextInt(20) == 0) {
      request.header("Accept-Language", "x".repeat(1 + random.nextInt(2000)));
    }
    if (body != null) {
      byte[] bytes = JsonMapper.createDefault().writeValueAsBytes(body);
      boolean broken = random.nextInt(30) == 0;
      request
          .header("Content-Type", random.nextInt(30) == 0 ? "text/plain" : "application/json")
          .bytes(broken ? java.util.Arrays.copyOf(bytes, bytes.length / 2) : bytes);
    }
    // Streams of events never end: only the beginning of an answer is looked at.
    HttpResponse<InputStream> answer =
        server
            .client()
            .sendAsync(request.build(), HttpResponse.BodyHandlers.ofInputStream())
            .orTimeout(Duration.ofSeconds(20).toSeconds(), java.util.concurrent.TimeUnit.SECONDS)
            .join();
    answer.body().close();
    if (isSignedIn && answer.statusCode() == 401) {
      // Some call before signed them out; else nothing behind signing in would be tried any more.
      people.set(person, server.house().signIn(people.get(person).email()));
    }
    return answer.statusCode();
  }

  private String path(Operation operation) {
    String path = operation.path();
    List<String> query = new ArrayList<>();
    for (Object one : list(operation.description().getOrDefault("parameters", List.of()))) {
      Map<String, Object> parameter = map(one);
      String name = String.valueOf(parameter.get("name"));
      if ("path".equals(parameter.get("in"))) {
        path = path.replace("{" + name + "}", encoded(id(operation.path())));
      } else if ("query".equals(parameter.get("in")) && random.nextBoolean()) {
        query.add(name + "=" + encoded(named(name, map(parameter.get("schema")), 0)));
      }
    }
    return query.isEmpty() ? path : path + "?" + String.join("&", query);
  }

  /** Mostly one that exists, so that there is something to do behind it. */
  private Object id(String path) {
    return switch (random.nextInt(6)) {
      case 0 -> VALUES.get(random.nextInt(VALUES.size()));
      case 1 -> UUID.randomUUID();
      default -> full.known(path);
    };
  }

  private static String encoded(Object value) {
    String text = String.valueOf(value);
    String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    // Longer ones than a server reads are refused before anything of ours sees them.
    return encoded.isEmpty() ? "%20" : encoded.substring(0, Math.min(encoded.length(), 999));
  }

  private @Nullable Object body(Operation operation) {
    if (!operation.description().containsKey("requestBody") || random.nextInt(40) == 0) {
      return null;
    }
    Map<String, Object> content =
        map(map(operation.description().get("requestBody")).get("content"));
    return value(map(map(content.values().iterator().next()).get("schema")), 0);
  }

  private Object value(Map<String, Object> schema, int depth) {
    if (depth > 6 || random.nextInt(12) == 0) {
      return VALUES.get(random.nextInt(VALUES.size()));
    }
    if (schema.get("$ref") instanceof String reference) {
      String name = reference.substring(reference.lastIndexOf('/') + 1);
      return value(map(map(map(document.get("components")).get("schemas")).get(name)), depth + 1);
    }
    for (String choice : List.of("allOf", "anyOf", "oneOf")) {
      if (schema.containsKey(choice)) {
        return value(map(list(schema.get(choice)).get(0)), depth + 1);
      }
    }
    if (schema.get("properties") instanceof Map<?, ?>) {
      Map<String, Object> members = new LinkedHashMap<>();
      map(schema.get("properties"))
          .forEach(
              (name, member) -> {
                if (random.nextInt(8) > 0) {
                  members.put(name, named(name, map(member), depth));
                }
              });
      return members;
    }
    return plain(schema, depth);
  }

  private Object named(String name, Map<String, Object> schema, int depth) {
    if (random.nextInt(6) == 0) {
      return VALUES.get(random.nextInt(VALUES.size()));
    }
    return switch (name) {
      case "email", "familyEmail" -> "somebody" + random.nextInt(1000) + "@example.org";
      case "password" -> InMemoryStagedoor.PASSWORD.reveal();
      case "version" -> random.nextInt(4);
      case "memorialId" -> full.memorial().toString();
      case "date" -> "2026-07-01";
      case "time" -> "14:30";
      case "timeZone" -> "Europe/Berlin";
      case "startsAt" -> "2027-07-01T14:30";
      case "endsAt" -> "2027-07-01T18:30:00+02:00";
      case "webhookSecret" -> "signs what the shop sends";
      case "session_token" -> "token-" + random.nextInt(9);
      case "permission" -> "events.manage";
      case "tier" -> "live";
      case "imageUrl" -> "https://example.org/a.png";
      case "workspaceId" -> full.workspace().toString();
      case "courseId" -> full.course().toString();
      case "chapterId" -> full.chapter().toString();
      case "title" -> "Oil " + random.nextInt(1000);
      case "contentType" -> "video/mp4";
      case "paymentMethod" -> "fake";
      case "progressPercentage", "positionSeconds" -> random.nextInt(120);
      case "currency" -> "usd";
      case "plan" -> "business";
      case "method" -> "api_key";
      case "secretKey" -> "sk_fake_1";
      case "text" -> "sold 1";
      case "itemNumber", "quantity" -> 1;
      case "number" -> 1 + random.nextInt(99);
      case "status" -> random.nextBoolean() ? "active" : "approved";
      default -> value(schema, depth + 1);
    };
  }

  private Object plain(Map<String, Object> schema, int depth) {
    Object type = schema.get("type");
    Object kind = type instanceof List<?> kinds && !kinds.isEmpty() ? kinds.get(0) : type;
    if (schema.get("enum") instanceof List<?> choices && random.nextInt(6) > 0) {
      return choices.get(random.nextInt(choices.size()));
    }
    return switch (String.valueOf(kind)) {
      case "integer", "number" -> random.nextInt(5) - 1;
      case "boolean" -> random.nextBoolean();
      case "array" ->
          schema.get("items") instanceof Map<?, ?>
              ? List.of(value(map(schema.get("items")), depth + 1))
              : List.of();
      case "string" -> "uuid".equals(schema.get("format")) ? UUID.randomUUID().toString() : "text";
      default -> VALUES.get(random.nextInt(VALUES.size()));
    };
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object node) {
    return node instanceof Map<?, ?> ? (Map<String, Object>) node : Map.of();
  }

  @SuppressWarnings("unchecked")
  private static List<Object> list(Object node) {
    return (List<Object>) node;
  }
}
