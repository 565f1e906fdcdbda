package dev.stagedoor.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keeps the server's classes from one start to the next, as the readme says. */
class ClassArchiveIT {
  @TempDir Path data;

  @Test
  void aRunLeavesTheClassesAndTheNextOneTakesThem() throws Exception {
    Files.deleteIfExists(ServerProcess.CLASSES);
    int port = Ports.next();
    try (ServerProcess server = ServerProcess.leavingClasses(data, port)) {
      server.awaitReady();
      for (String page : new String[] {"/", "/events", "/courses", "/api/events", "/openapi.yml"}) {
        server.api().get(page, "Accept", "*/*").mustBe(200);
      }
      assertThat(server.stop()).as(server.log()).isIn(0, 143);
    }
    assertThat(ServerProcess.CLASSES).isNotEmptyFile();

    try (ServerProcess server = ServerProcess.start(data, port)) {
      server.api().get("/", "Accept", "*/*").mustBe(200);
      assertThat(server.log()).doesNotContain("[warning][cds");
    }
  }
}
