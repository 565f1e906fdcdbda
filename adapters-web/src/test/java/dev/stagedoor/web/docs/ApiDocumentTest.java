package dev.stagedoor.web.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.web.Answer;
import dev.stagedoor.web.WebServer;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.MediaType;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

class ApiDocumentTest {
  private static WebServer server;
  private static Map<String, Object> document;

  @BeforeAll
  static void start() {
    server = WebServer.start("stagedoor.rate-limits.enabled=false");
    Answer answer = server.get("/openapi.yml").send();
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).hasValue("text/yaml");
    document = new Yaml().load(answer.text());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void theDocumentIsOpenApi31() {
    assertThat((String) document.get("openapi")).startsWith("3.1");
    assertThat(map(map(document.get("components")).get("securitySchemes")))
        .containsOnlyKeys("bearer", "session", "service", "ticketing");
  }

  @Test
  void everyOperationForClientsIsInIt() {
    List<String> missing = new ArrayList<>();
    List<String> routes = new ArrayList<>();
    server
        .bean(Router.class)
        .uriRoutes()
        .filter(route -> isForClients(route))
        .forEach(
            route -> {
              String template = route.getUriMatchTemplate().toString();
              String method = route.getHttpMethod().name().toLowerCase(Locale.ROOT);
              // A part that may be left out makes two paths.
              for (String path :
                  List.of(
                      template.replaceAll("\\{/[^}]*}", ""),
                      template.replaceAll("\\{/([^}]*)}", "/{$1}"))) {
                routes.add(method + " " + path);
                if (!map(map(document.get("paths")).getOrDefault(path, Map.of()))
                    .containsKey(method)) {
                  missing.add(method + " " + path);
                }
              }
            });

    assertThat(routes).contains("post /api/user/auth/login", "get /api/memorials/{id}/updates");
    assertThat(missing).isEmpty();
  }

  private static boolean isForClients(UriRouteInfo<?, ?> route) {
    return route.getDeclaringType().getName().startsWith("dev.stagedoor.web.")
        && route.getHttpMethod() != HttpMethod.HEAD
        && !route.getDeclaringType().isAnnotationPresent(Hidden.class)
        && !route.getAnnotationMetadata().hasAnnotation(Hidden.class)
        && !route.getProduces().contains(MediaType.TEXT_HTML_TYPE);
  }

  @Test
  void everyOperationSaysWhatItDoesAndHowItFails() {
    operations()
        .forEach(
            (name, operation) -> {
              assertThat((String) operation.get("summary")).as(name).endsWith(".");
              assertThat(map(operation.get("responses"))).as(name).containsKey("default");
              assertThat(operation).as(name).containsKey("security");
            });
  }

  @Test
  void whatTheDocumentSaysOfSigningInIsWhatANobodyMeets() {
    Map<String, String> wrong = new java.util.TreeMap<>();
    operations()
        .forEach(
            (name, operation) -> {
              int status = asNobody(name);
              boolean mustSignIn =
                  !list(operation.get("security")).isEmpty()
                      && !list(operation.get("security")).contains(Map.of());
              if ((status == 401) != mustSignIn) {
                wrong.put(name, status + " though the document says " + operation.get("security"));
              }
            });

    assertThat(wrong).isEmpty();
    assertThat(list(operations().get("get /api/memorials").get("security")))
        .containsExactly(Map.of("bearer", List.of()), Map.of("session", List.of()));
    assertThat(list(operations().get("get /api/memorials/{id}/archive").get("security")))
        .contains(Map.of(), Map.of("bearer", List.of()));
    assertThat(list(operations().get("post /api/user/auth/login").get("security"))).isEmpty();
  }

  /** Asks without saying who, in a way that lets every operation come to asking. */
  private static int asNobody(String operation) {
    String[] words = operation.split(" ");
    String path =
        words[1]
            .replace("{provider}", "fake")
            .replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
    WebServer.Exchange request = server.request(words[0].toUpperCase(Locale.ROOT), path);
    if (!words[0].equals("get") && !words[0].equals("delete")) {
      request.json("{}");
    }
    try {
      // A stream of events never ends: only its beginning is looked at.
      HttpResponse<InputStream> answer =
          server.client().send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      answer.body().close();
      return answer.statusCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void webhooksAreInItAndAreNotRepeatedByKey() {
    assertThat(operations())
        .containsKeys(
            "post /api/webhooks/{provider}",
            "post /api/webhooks/{provider}/{topic}",
            "post /api/v1/webhooks/{provider}",
            "post /api/payment/webhooks/{provider}",
            "post /webhooks/{provider}");
    assertThat(list(operations().get("post /webhooks/{provider}").get("parameters")))
        .extracting(one -> map(one).get("name"))
        .containsExactly("provider");
    assertThat(map(operations().get("post /webhooks/{provider}"))).containsKey("requestBody");
  }

  @Test
  void aListSaysWhichPagesThereAre() {
    Map<String, Map<String, Object>> schemas = new java.util.TreeMap<>();
    list(operations().get("get /api/v1/admin/jobs").get("parameters"))
        .forEach(one -> schemas.put((String) map(one).get("name"), map(map(one).get("schema"))));

    assertThat(schemas.get("page"))
        .containsEntry("minimum", 1)
        .containsEntry("maximum", 1_000_000)
        .containsEntry("default", 1);
    assertThat(schemas.get("limit"))
        .containsEntry("minimum", 1)
        .containsEntry("maximum", 1000)
        .containsEntry("default", 20);
  }

  @Test
  void nothingHasToBeInTheQuery() {
    operations()
        .forEach(
            (name, operation) ->
                list(operation.getOrDefault("parameters", List.of())).stream()
                    .map(ApiDocumentTest::map)
                    .filter(one -> "query".equals(one.get("in")))
                    .forEach(one -> assertThat(one).as(name).doesNotContainKey("required")));
  }

  @Test
  void nothingThatIsReadFromTheRequestLooksLikeInput() {
    operations()
        .forEach(
            (name, operation) -> {
              TreeSet<Object> names = new TreeSet<>();
              list(operation.getOrDefault("parameters", List.of()))
                  .forEach(one -> names.add(map(one).getOrDefault("name", "")));
              assertThat(names).as(name).doesNotContain("actor", "caller", "language", "http");
            });
    assertThat(map(map(document.get("components")).get("schemas")))
        .doesNotContainKeys("Actor", "Caller", "PageRequest", "Secret", "Language")
        .containsKeys("Problem", "RegisterRequest");
    assertThat(operations().get("post /api/user/auth/logout")).doesNotContainKey("requestBody");
    assertThat(
            map(
                map(map(map(operations().get("post /api/user/auth/register")).get("requestBody"))
                        .get("content"))
                    .get("application/json")))
        .isEqualTo(Map.of("schema", Map.of("$ref", "#/components/schemas/RegisterRequest")));
  }

  @Test
  void aListTakesPageAndLimit() {
    assertThat(list(operations().get("get /api/v1/admin/jobs").get("parameters")))
        .extracting(one -> map(one).get("name"))
        .contains("page", "limit", "failing");
  }

  @Test
  void whatMayBeNullSaysWhatItIsOtherwise() {
    Map<String, Object> schemas = map(map(document.get("components")).get("schemas"));
    Map<String, Object> event = map(map(schemas.get("ChangeEventRequest")).get("properties"));
    Map<String, Object> item = map(map(schemas.get("ConnectResponse")).get("properties"));

    assertThat(map(event.get("title")).get("type")).isEqualTo(List.of("string", "null"));
    assertThat(map(event.get("contactData")).get("type")).isEqualTo(List.of("object", "null"));
    assertThat(map(item.get("integration")).get("anyOf"))
        .isEqualTo(
            List.of(
                Map.of("$ref", "#/components/schemas/IntegrationResponse.Integration"),
                Map.of("type", "null")));
    List<Object> odd = new ArrayList<>();
    collectOdd(schemas, odd);
    collectOdd(document.get("paths"), odd);
    assertThat(odd).isEmpty();
  }

  /** Collects what may be nothing but null, and what may be an object though it is something. */
  private static void collectOdd(Object node, List<Object> odd) {
    if (node instanceof Map<?, ?> members) {
      Object type = members.get("type");
      boolean isNothing = "null".equals(type) && members.size() > 1;
      if (isNothing || type instanceof List<?> kinds && kinds.size() > 2) {
        odd.add(members);
      }
      members.values().forEach(member -> collectOdd(member, odd));
    } else if (node instanceof List<?> nodes) {
      nodes.forEach(member -> collectOdd(member, odd));
    }
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    List<String> references = new ArrayList<>();
    collect(document, references);

    assertThat(references).isNotEmpty().allMatch(ApiDocumentTest::exists);
  }

  private static boolean exists(String reference) {
    Object node = document;
    for (String step : reference.substring(2).split("/")) {
      node = map(node).get(step.replace("~1", "/"));
      if (node == null) {
        return false;
      }
    }
    return true;
  }

  private static void collect(Object node, List<String> references) {
    if (node instanceof Map<?, ?> members) {
      members.forEach(
          (name, value) -> {
            if (name.equals("$ref")) {
              references.add((String) value);
            }
            collect(value, references);
          });
    } else if (node instanceof List<?> items) {
      items.forEach(item -> collect(item, references));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/docs",
        "/docs/start.js",
        "/docs/res/swagger-ui-bundle.js",
        "/docs/res/swagger-ui.css"
      })
  void thePageCarriesEverythingItNeeds(String path) {
    Answer answer = server.get(path).send();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Security-Policy").orElseThrow())
        .contains("script-src 'self'")
        .doesNotContain("script-src 'self' 'unsafe");
    if (path.equals("/docs")) {
      assertThat(answer.header("Content-Type").orElseThrow()).startsWith("text/html");
      assertThat(answer.text()).doesNotContain("http://", "https://", "<script>");
    }
  }

  private static Map<String, Map<String, Object>> operations() {
    Map<String, Map<String, Object>> operations = new java.util.TreeMap<>();
    map(document.get("paths"))
        .forEach(
            (path, item) ->
                map(item)
                    .forEach(
                        (method, operation) ->
                            operations.put(method + " " + path, map(operation))));
    assertThat(operations).hasSizeGreaterThan(15);
    return operations;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object node) {
    return (Map<String, Object>) node;
  }

  @SuppressWarnings("unchecked")
  private static List<Object> list(Object node) {
    return (List<Object>) node;
  }
}
