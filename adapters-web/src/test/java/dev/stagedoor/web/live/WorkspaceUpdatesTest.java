package dev.stagedoor.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.fake.InMemoryStagedoor.Person;
import dev.stagedoor.application.liveselling.ChangeSettings;
import dev.stagedoor.application.liveselling.ConnectMerchant;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.liveselling.Plan;
import dev.stagedoor.domain.liveselling.WorkspaceId;
import dev.stagedoor.web.WebServer;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WorkspaceUpdatesTest {
  private WebServer server;
  private Person operator;

  @BeforeEach
  void open() {
    server = WebServer.start("stagedoor.live.heartbeat=1h", "stagedoor.rate-limits.enabled=false");
    operator = server.house().aFamily().person();
  }

  @AfterEach
  void close() {
    server.close();
  }

  private WorkspaceId workspace() {
    return new WorkspaceId(
        server
            .house()
            .stagedoor()
            .workspaces()
            .create(operator.actor(), "Boutique", Optional.empty())
            .id());
  }

  private void upgrade(WorkspaceId workspace) {
    server
        .house()
        .stagedoor()
        .workspaces()
        .change(
            Actor.system(), workspace, Optional.empty(), Optional.empty(), Optional.of(Plan.PRO));
  }

  private void connect(WorkspaceId workspace) {
    server
        .house()
        .stagedoor()
        .connections()
        .connect(
            operator.actor(),
            Optional.of(workspace),
            new ProviderId("stripe"),
            new ConnectMerchant(
                Secret.of("sk_fake_boutique_7777"),
                Optional.of("here"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                ChangeSettings.none()));
  }

  @Test
  void operatorsAreToldOfThePlanAndOfWhatIsConnectedAndOfNothingElsewhere() {
    WorkspaceId own = workspace();
    WorkspaceId other = workspace();
    try (SseReader reader =
        SseReader.open(
            server,
            server.get("/api/workspaces/" + own.value() + "/updates").bearer(operator.token()))) {
      upgrade(other);
      upgrade(own);
      connect(other);
      connect(own);
      server.house().updates().relay();

      Map<String, Object> plan = reader.event();
      assertThat(plan).containsEntry("type", "workspace.changed");
      assertThat(plan)
          .extractingByKey("workspace")
          .isEqualTo(
              Map.of("id", "" + own.value(), "name", "Boutique", "currency", "USD", "plan", "pro"));
      Map<String, Object> connected = reader.event();
      assertThat(connected).containsEntry("type", "integration.changed");
      assertThat(connected.get("integration").toString()).contains("status=active");
    }
  }
}
