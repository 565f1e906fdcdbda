package dev.stagedoor.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starting, stopping, killing and misconfiguring the packaged server. */
class LifecycleIT {
  @TempDir Path data;

  @Test
  void dataSurvivesAStopAndAKill() throws Exception {
    int port = Ports.next();
    Journey family;
    try (ServerProcess first = ServerProcess.start(data, port)) {
      family = new Journey(first.api(), "ana@example.org").registers("José Pérez").schedules();
      first.stop();
      assertThat(Files.exists(data.resolve("postgres/postmaster.pid"))).isFalse();
    }
    try (ServerProcess second = ServerProcess.start(data, port)) {
      family = family.signsIn(second.api());
      assertThat(family.api().get(family.path("")).mustBe(200).text("/data/fullSlug"))
          .isEqualTo("jose-perez");
      second.kill();
      assertThat(Files.exists(data.resolve("postgres/postmaster.pid")))
          .as("a kill leaves the database behind")
          .isTrue();
    }
    try (ServerProcess third = ServerProcess.start(data, port)) {
      assertThat(family.signsIn(third.api()).bookingStatus()).isEqualTo("draft");
    }
  }

  /** The last account of the demo signs in as soon as the server says that it is ready. */
  @Test
  void aServerIsReadyOnceTheDemoIsThere() throws Exception {
    String reseller = "{'email':'reseller@demo.example','password':'stagedoor demo'}";
    try (ServerProcess server = ServerProcess.launch(data, Ports.next(), "--demo")) {
      server.awaitReady();
      server.api().post("/api/v1/auth/login", reseller.replace('\'', '"')).mustBe(200);
      assertThat(server.log()).contains("the password of every demo account is");
    }
  }

  @Test
  void aSecondServerOnTheSameFolderIsToldSo() throws Exception {
    try (ServerProcess first = ServerProcess.start(data, Ports.next());
        ServerProcess second = ServerProcess.launch(data, Ports.next())) {
      assertThat(second.awaitEnd()).isEqualTo(1);
      assertThat(second.log()).contains("another server").contains(data.toString());
      first.api().get("/health").mustBe(200);
    }
  }

  @Test
  void anAreaThatIsOffHasNoRoutesAndNoPages() throws Exception {
    try (ServerProcess server = ServerProcess.start(data, Ports.next(), "--stagedoor.areas=")) {
      server.api().get("/api/memorials").mustBe(404);
      server.api().get("/register/family").mustBe(404);
      server.api().get("/health").mustBe(200);
    }
  }

  @Test
  void aMisspeltSettingStopsTheStartByName() throws Exception {
    try (ServerProcess server =
        ServerProcess.launch(data, Ports.next(), "--stagedoor.cookie-live=1h")) {
      assertThat(server.awaitEnd()).isEqualTo(1);
      assertThat(server.log()).contains("stagedoor.cookie-live").contains("stagedoor.cookie-life");
      assertThat(Files.exists(data.resolve("postgres/postmaster.pid")))
          .as("a database left running")
          .isFalse();
    }
  }

  @Test
  void aWrongValueStopsTheStartAndSaysWhatIsAllowed() throws Exception {
    try (ServerProcess server =
        ServerProcess.launch(data, Ports.next(), "--stagedoor.areas=memorials,cinema")) {
      assertThat(server.awaitEnd()).isEqualTo(1);
      assertThat(server.log()).contains("stagedoor.areas").contains("cinema").contains("memorials");
    }
  }

  @Test
  void aValueOfAnotherKindStopsTheStartByName() throws Exception {
    try (ServerProcess server =
        ServerProcess.launch(data, Ports.next(), "--stagedoor.cookie-life=soon")) {
      assertThat(server.awaitEnd()).isEqualTo(1);
      assertThat(server.log()).contains("stagedoor.cookie-life").contains("soon");
    }
  }

  @Test
  void aTakenPortIsNamedAndTheDatabaseStoppedAgain() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
        ServerProcess server = ServerProcess.launch(data, taken.getLocalPort())) {
      assertThat(server.awaitEnd()).isEqualTo(1);
      assertThat(server.log())
          .contains("cannot listen at 127.0.0.1:" + taken.getLocalPort())
          .contains("PORT")
          .doesNotContain("\tat ");
      assertThat(Files.exists(data.resolve("postgres/postmaster.pid")))
          .as("a database left running")
          .isFalse();
    }
  }

  @Test
  void aDatabaseThatIsNotThereIsNamed() throws Exception {
    String nowhere = "jdbc:postgresql://127.0.0.1:" + Ports.next() + "/nothing";
    try (ServerProcess server =
        ServerProcess.launch(
            data, Ports.next(), "--stagedoor.database.url=" + nowhere + "?password=hush")) {
      assertThat(server.awaitEnd()).isEqualTo(1);
      assertThat(server.log())
          .contains(nowhere + " cannot be reached")
          .contains("stagedoor.database.url")
          .doesNotContain("hush")
          .doesNotContain("\tat ");
    }
  }

  @Test
  void aDataFolderThatIsAFileIsNamed() throws Exception {
    Path file = Files.createFile(data.resolve("file"));
    try (ServerProcess server = ServerProcess.launch(file, Ports.next())) {
      assertThat(server.awaitEnd()).isEqualTo(1);
      assertThat(server.log())
          .contains(file + " cannot be used")
          .contains("stagedoor.data-folder")
          .doesNotContain("\tat ");
    }
  }

  @Test
  void aPortThatIsNoneIsNamed() throws Exception {
    try (ServerProcess server =
        ServerProcess.launch(data, Ports.next(), "--micronaut.server.port=abc")) {
      assertThat(server.awaitEnd()).isEqualTo(1);
      assertThat(server.log()).contains("PORT").contains("abc").doesNotContain("public-url");
    }
  }

  @Test
  void productionRefusesTheSandboxAndDefaultSecrets() throws Exception {
    try (ServerProcess server =
        ServerProcess.launch(data, Ports.next(), "--stagedoor.environment=production")) {
      assertThat(server.awaitEnd()).isEqualTo(1);
      assertThat(server.log()).contains("production").contains("sandbox");
    }
  }
}
