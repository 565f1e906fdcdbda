package dev.stagedoor.domain.ticketing;

import static dev.stagedoor.domain.contract.RepositoryContract.assertRefused;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.Samples.aUserId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.Secret;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Accounts of organisers' own at a ticketing system. */
class TicketingConnectionTest {
  private static final ProviderId SHOP = new ProviderId("shop");

  @Test
  void aSecretThatSignsWebhooksHas16To255Characters() {
    UserId somebody = aUserId();
    ConnectionId id = new ConnectionId(UUID.randomUUID());
    for (String wrong : List.of("x".repeat(15), "x".repeat(256), " ".repeat(16))) {
      assertRefused(
          CommonError.INVALID_VALUE,
          () -> new TicketingConnection(id, somebody, SHOP, Secret.of(wrong), NOW));
    }
    for (String right : List.of("x".repeat(16), "x".repeat(255))) {
      TicketingConnection made = new TicketingConnection(id, somebody, SHOP, Secret.of(right), NOW);
      assertThat(made.secret().reveal()).isEqualTo(right);
      assertThat(made.signedBy(Secret.of("another-secret-of-it")))
          .isEqualTo(
              new TicketingConnection(id, somebody, SHOP, Secret.of("another-secret-of-it"), NOW));
    }
  }

  @Test
  void theIdOfAConnectionIsReadAsAddressesHaveIt() {
    UUID id = UUID.fromString("0190aaaa-0000-7000-8000-00000000000f");

    assertThat(ConnectionId.parse("0190aaaa-0000-7000-8000-00000000000f"))
        .contains(new ConnectionId(id));
    assertThat(ConnectionId.parse("0190AAAA-0000-7000-8000-00000000000F")).isEmpty();
    assertThat(ConnectionId.parse("0190aaaa-0-7000-8000-f")).isEmpty();
    assertThat(ConnectionId.parse("recording")).isEmpty();
  }
}
