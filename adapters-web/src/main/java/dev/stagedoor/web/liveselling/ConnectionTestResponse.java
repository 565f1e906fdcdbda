package dev.stagedoor.web.liveselling;

import dev.stagedoor.application.liveselling.ConnectionTest;
import dev.stagedoor.domain.liveselling.IntegrationProblem;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** Whether a connection works, or why not. */
@Serdeable
public record ConnectionTestResponse(boolean ok, @Nullable String error) {

  static ConnectionTestResponse from(ConnectionTest test) {
    return new ConnectionTestResponse(
        test.isOk(), test.problem().map(IntegrationProblem::code).orElse(null));
  }
}
