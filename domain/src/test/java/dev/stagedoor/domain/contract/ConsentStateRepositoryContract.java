package dev.stagedoor.domain.contract;

import static dev.stagedoor.domain.contract.RepositoryContract.assertNeedsUnitOfWork;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.Samples.SANDBOX;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.fixture.Race;
import dev.stagedoor.domain.liveselling.ConsentState;
import dev.stagedoor.domain.liveselling.port.ConsentStateRepository;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every store of states of consent must do. */
public interface ConsentStateRepositoryContract extends LiveSellingContract {
  private ConsentStateRepository states() {
    return stores().consentStates();
  }

  @Test
  default void anUnknownStateIsNotThereToTake() {
    onFile(NOW);

    assertThat(write(() -> states().take("unknown"))).isEmpty();
  }

  @Test
  default void aStateComesBackAsItWasAddedAndOnce() {
    ConsentState state = onFile(NOW);

    assertThat(write(() -> states().take(state.stateHash()))).contains(state);
    assertThat(write(() -> states().take(state.stateHash()))).isEmpty();
  }

  @Test
  default void ofConcurrentTakersExactlyOneGetsIt() {
    ConsentState state = onFile(NOW);

    assertThat(Race.of(6, () -> write(() -> states().take(state.stateHash())).isPresent()))
        .containsOnlyOnce(true);
  }

  @Test
  default void whatIsTooOldIsRemovedAndTheRestStays() {
    ConsentState old = onFile(NOW);
    ConsentState young = onFile(NOW.plusMillis(1));

    assertThat(write(() -> states().purge(NOW))).isPositive();
    assertThat(write(() -> states().take(old.stateHash()))).isEmpty();
    assertThat(write(() -> states().take(young.stateHash()))).contains(young);
    assertThat(write(() -> states().purge(NOW))).isZero();
  }

  @Test
  default void nothingIsDoneOutsideAUnitOfWork() {
    ConsentState state = onFile(NOW);

    assertNeedsUnitOfWork(() -> states().add(state));
    assertNeedsUnitOfWork(() -> states().take(state.stateHash()));
    assertNeedsUnitOfWork(() -> states().purge(NOW));
  }

  private ConsentState onFile(Instant expiresAt) {
    ConsentState state =
        new ConsentState(
            UUID.randomUUID().toString(),
            aWorkspaceOnFile(),
            SANDBOX,
            anAccountOnFile(),
            expiresAt);
    run(() -> states().add(state));
    return state;
  }
}
