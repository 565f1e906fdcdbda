package dev.stagedoor.web.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.web.WebServer;
import io.micronaut.http.HttpRequest;
import io.micronaut.web.router.Router;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteGroupsTest {
  @ParameterizedTest
  @CsvSource({
    "/api/v1/playlists/{id}/channels, playlists",
    "/api/v1/admin/users/{id}, admin",
    "/api/courses, courses",
    "/{slug}, unknown",
    "/api/{id}/updates, unknown",
    "/, unknown",
  })
  void routesAreGroupedByTheirFirstWord(String template, String group) {
    assertThat(RouteGroups.ofTemplate(template)).isEqualTo(group);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/health", "/prometheus", "/assets/app.css", "/sandbox/messages", "/docs"})
  void whatSaysNothingOfTheProductIsInNoGroup(String path) {
    assertThat(RouteGroups.of(HttpRequest.GET(path))).isEmpty();
  }

  @Test
  void whatNobodyServesIsInOneGroupWhateverItIsCalled() {
    assertThat(RouteGroups.of(HttpRequest.GET("/api/v1/wp-login.php"))).hasValue("unknown");
    assertThat(RouteGroups.of(HttpRequest.GET("/webhooks/nobody"))).hasValue("webhooks");
  }

  @Test
  void thereAreFewGroups() {
    try (WebServer server = WebServer.start()) {
      TreeSet<String> groups = new TreeSet<>();
      server
          .bean(Router.class)
          .uriRoutes()
          .forEach(
              route ->
                  groups.add(RouteGroups.ofTemplate(route.getUriMatchTemplate().toPathString())));

      assertThat(groups).hasSizeBetween(20, 100).allMatch(group -> group.matches("[a-z0-9-.]+"));
    }
  }
}
