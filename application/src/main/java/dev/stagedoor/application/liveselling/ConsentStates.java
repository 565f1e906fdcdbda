package dev.stagedoor.application.liveselling;

import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.kernel.Tokens;
import dev.stagedoor.domain.liveselling.ConsentState;
import dev.stagedoor.domain.liveselling.WorkspaceId;
import dev.stagedoor.domain.liveselling.port.ConsentStateRepository;
import java.time.Clock;
import java.util.Optional;

/** Knows who set out to a provider's page to give leave, by what they bring back from there. */
final class ConsentStates {
  private final UnitOfWork work;
  private final ConsentStateRepository states;
  private final Clock clock;
  private final Tokens tokens;

  ConsentStates(UnitOfWork work, ConsentStateRepository states, Clock clock, Tokens tokens) {
    this.work = work;
    this.states = states;
    this.clock = clock;
    this.tokens = tokens;
  }

  /** Returns what somebody who sets out is to bring back. */
  Secret begin(UserId user, WorkspaceId workspace, ProviderId provider) {
    Secret state = tokens.next();
    work.run(
        () ->
            states.add(
                new ConsentState(
                    state.sha256(),
                    workspace,
                    provider,
                    user,
                    clock.instant().plus(ConsentState.LIFE))));
    return state;
  }

  /**
   * Returns for which workspace somebody set out, once; empty when it was not they, or too late.
   */
  Optional<WorkspaceId> take(String state, UserId user, ProviderId provider) {
    return work.write(() -> states.take(Secret.of(state).sha256()))
        .filter(begun -> begun.isGoodFor(user, provider, clock.instant()))
        .map(ConsentState::workspace);
  }

  /** Forgets who set out and did not come back in time. */
  void purge() {
    work.run(
        () -> {
          int unused = states.purge(clock.instant());
        });
  }
}
