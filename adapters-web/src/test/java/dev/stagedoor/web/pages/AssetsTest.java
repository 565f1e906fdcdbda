package dev.stagedoor.web.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.application.payments.PaymentForms;
import dev.stagedoor.web.Answer;
import dev.stagedoor.web.WebServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssetsTest {
  private static WebServer server;

  @BeforeAll
  static void open() {
    server = WebServer.start();
  }

  @AfterAll
  static void close() {
    server.close();
  }

  private final Assets assets = new Assets(new PaymentForms(Map.of()));

  @Test
  void whatIsServedIsWhatIsInTheFolder() throws IOException {
    Path folder = Path.of("src/main/resources/public");
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(Assets.FILES)
          .containsExactlyInAnyOrderElementsOf(
              files
                  .filter(Files::isRegularFile)
                  .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                  .toList());
    }
  }

  @Test
  void aFileThatIsNotThereCannotBeNamed() {
    assertThatThrownBy(() -> assets.address("css/other.css"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theLastingAddressMayBeKeptForGoodAndOthersMayNot() {
    Answer lasting = server.get(assets.address("css/app.css")).send();
    assertThat(lasting.status()).isEqualTo(200);
    assertThat(lasting.header("Content-Type")).hasValue("text/css;charset=utf-8");
    assertThat(lasting.headers("Cache-Control"))
        .containsExactly("public, max-age=31536000, immutable");

    for (String other : new String[] {"/assets/css/app.css", "/assets/0123456789ab/css/app.css"}) {
      Answer answer = server.get(other).send();
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.headers("Cache-Control")).containsExactly("no-cache");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/assets/none.css",
        "/assets/css/",
        "/assets/..%2fapplication.yml",
        "/assets/css/..%2f..%2flogback.xml",
        "/assets/%2e%2e/application.yml"
      })
  void nothingElseIsServed(String path) {
    assertThat(server.get(path).send().status()).isIn(400, 404);
  }
}
