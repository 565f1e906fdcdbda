package dev.stagedoor.domain.contract;

import static dev.stagedoor.domain.contract.RepositoryContract.assertNeedsUnitOfWork;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.fixture.Race;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.notifications.port.UnsubscribeSecret;
import java.util.HashSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What everybody who keeps the secret must do. */
public interface UnsubscribeSecretContract extends RepositoryContract {
  UnsubscribeSecret secret();

  @Test
  default void theFirstIsKeptWhoeverComesThen() {
    Secret kept = write(() -> secret().keep(aSecret()));

    assertThat(write(() -> secret().keep(aSecret()))).isEqualTo(kept);
    assertThat(new HashSet<>(Race.of(4, () -> write(() -> secret().keep(aSecret())))))
        .containsExactly(kept);
  }

  @Test
  default void nothingIsDoneOutsideAUnitOfWork() {
    assertNeedsUnitOfWork(() -> secret().keep(aSecret()));
  }

  private static Secret aSecret() {
    return Secret.of(UUID.randomUUID().toString());
  }
}
