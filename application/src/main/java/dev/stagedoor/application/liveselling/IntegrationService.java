package dev.stagedoor.application.liveselling;

import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.liveselling.WorkspaceId;
import java.util.List;
import java.util.Optional;

/** What a workspace has connected, and how that stands. */
@SuppressWarnings("DoNotCallSuggester")
public final class IntegrationService {
  /** Lists every provider as the workspace sees it. For any plan. */
  public List<IntegrationView> list(Actor actor, Optional<WorkspaceId> workspace) {
    throw new UnsupportedOperationException("not built yet");
  }

  /** Returns one provider as the workspace sees it. For any plan. */
  public IntegrationView get(Actor actor, Optional<WorkspaceId> workspace, ProviderId provider) {
    throw new UnsupportedOperationException("not built yet");
  }

  /** Asks the provider whether the connection works, and notes what it says. */
  public ConnectionTest test(Actor actor, Optional<WorkspaceId> workspace, ProviderId provider) {
    throw new UnsupportedOperationException("not built yet");
  }

  /** Changes how invoices are written. */
  public IntegrationView change(
      Actor actor, Optional<WorkspaceId> workspace, ProviderId provider, ChangeSettings change) {
    throw new UnsupportedOperationException("not built yet");
  }

  /** Disconnects: credentials are forgotten, invoices stay. Idempotent, and for any plan. */
  public void disconnect(Actor actor, Optional<WorkspaceId> workspace, ProviderId provider) {
    throw new UnsupportedOperationException("not built yet");
  }
}
