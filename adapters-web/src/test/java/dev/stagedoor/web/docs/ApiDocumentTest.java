package dev.stagedoor.web.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.web.Answer;
import dev.stagedoor.web.WebServer;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.MediaType;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
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
    server = WebServer.start();
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
        .containsOnlyKeys("bearer", "session");
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
              String path = route.getUriMatchTemplate().toPathString();
              String method = route.getHttpMethod().name().toLowerCase(Locale.ROOT);
              routes.add(method + " " + path);
              if (!map(map(document.get("paths")).getOrDefault(path, Map.of()))
                  .containsKey(method)) {
                missing.add(method + " " + path);
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
