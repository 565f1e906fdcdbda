package dev.stagedoor.application.liveselling;

import dev.stagedoor.domain.liveselling.IntegrationProblem;
import java.util.Optional;

/** What a provider says of a connection now: it works, or why not. */
public record ConnectionTest(Optional<IntegrationProblem> problem) {
  public boolean isOk() {
    return problem.isEmpty();
  }
}
