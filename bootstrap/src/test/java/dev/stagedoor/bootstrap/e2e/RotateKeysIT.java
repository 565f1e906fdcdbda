package dev.stagedoor.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys are changed as an operator does it: with the packaged program, beside a running server. */
class RotateKeysIT {
  private static final String FIRST = "--stagedoor.encryption.keys.first=" + key(1);
  private static final String SECOND = "--stagedoor.encryption.keys.second=" + key(2);
  private static final String FIRST_ACTIVE = "--stagedoor.encryption.active-key=first";
  private static final String SECOND_ACTIVE = "--stagedoor.encryption.active-key=second";

  @TempDir Path data;

  private static String key(int first) {
    byte[] bytes = new byte[32];
    bytes[0] = (byte) first;
    return Base64.getEncoder().encodeToString(bytes);
  }

  @Test
  void afterARotationTheOldKeyCanBeRemoved() throws Exception {
    int port = Ports.next();
    Journey family;
    String stream;
    String streamKey;
    try (ServerProcess server = ServerProcess.start(data, port, FIRST, FIRST_ACTIVE)) {
      family = new Journey(server.api(), "ana@example.org").registers("José Pérez");
      stream =
          family
              .api()
              .post(
                  "/api/streams",
                  "{\"memorialId\": \"%s\", \"title\": \"Service\"}".formatted(family.memorial()))
              .mustBe(201)
              .text("/data/id");
      streamKey =
          family
              .api()
              .post("/api/streams/" + stream + "/start", "")
              .mustBe(200)
              .text("/credentials/streamKey");
    }

    try (ServerProcess server = ServerProcess.start(data, port, FIRST, SECOND, SECOND_ACTIVE)) {
      Ended rotation = rotateKeys(FIRST, SECOND, SECOND_ACTIVE);

      assertThat(rotation.log)
          .contains("live_streams.stream_key: 1 re-encrypted, 0 already active, 0 unreadable")
          .contains("key 'first': nothing needs it, it can be removed")
          .doesNotContain(streamKey);
      assertThat(rotation.exitCode).isZero();
      server.api().get("/health").mustBe(200);
    }

    try (ServerProcess server = ServerProcess.start(data, port, SECOND, SECOND_ACTIVE)) {
      assertThat(
              family
                  .signsIn(server.api())
                  .api()
                  .get("/api/streams/" + stream)
                  .mustBe(200)
                  .text("/data/credentials/streamKey"))
          .isEqualTo(streamKey);
    }
  }

  @Test
  void withoutTheOldKeyItSaysWhatCannotBeReadAndFails() throws Exception {
    try (ServerProcess server = ServerProcess.start(data, Ports.next(), FIRST, FIRST_ACTIVE)) {
      new Journey(server.api(), "ana@example.org").registers("José Pérez");
    }

    Ended rotation = rotateKeys(SECOND, SECOND_ACTIVE);

    assertThat(rotation.log)
        .contains("messages.text_body of ")
        .contains("needs the encryption key 'first', which is not configured")
        .contains("key 'first': 2 values need it, keep it");
    assertThat(rotation.exitCode).isEqualTo(2);
    assertThat(Files.exists(data.resolve("postgres/postmaster.pid")))
        .as("a database left running")
        .isFalse();
  }

  @Test
  void aWrongSettingIsNamed() throws Exception {
    Ended rotation = rotateKeys("--stagedoor.encryption.active-key=absent");

    assertThat(rotation.log).contains("stagedoor.encryption").contains("absent");
    assertThat(rotation.exitCode).isEqualTo(1);
  }

  @Test
  void aMisspeltCommandStartsNothing() throws Exception {
    try (ServerProcess server = ServerProcess.launch(data, Ports.next(), "rotate-key")) {
      assertThat(server.awaitEnd()).isEqualTo(1);
      assertThat(server.log()).contains("rotate-key is not a command").contains("rotate-keys");
    }
  }

  private record Ended(int exitCode, String log) {}

  private Ended rotateKeys(String... settings) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("rotate-keys"));
    arguments.addAll(List.of(settings));
    try (ServerProcess command =
        ServerProcess.launch(data, Ports.next(), arguments.toArray(String[]::new))) {
      int exitCode = command.awaitEnd();
      return new Ended(exitCode, command.log());
    }
  }
}
