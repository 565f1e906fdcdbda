package dev.stagedoor.application.liveselling;

import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.liveselling.WorkspaceId;
import java.net.URI;
import java.util.Optional;

/** Connects workspaces to providers. */
@SuppressWarnings("DoNotCallSuggester")
public final class ConnectionService {
  /** Connects by a key of the merchant, which the provider must take. */
  public IntegrationView connect(
      Actor actor, Optional<WorkspaceId> workspace, ProviderId provider, ConnectMerchant wanted) {
    throw new UnsupportedOperationException("not built yet");
  }

  /** Connects a page by its token, which the platform must take, and listens to it. */
  public IntegrationView connect(
      Actor actor, Optional<WorkspaceId> workspace, ProviderId provider, ConnectPage wanted) {
    throw new UnsupportedOperationException("not built yet");
  }

  /** Returns the provider's page on which the merchant gives leave. */
  public URI beginConsent(Actor actor, Optional<WorkspaceId> workspace, ProviderId provider) {
    throw new UnsupportedOperationException("not built yet");
  }

  /** Takes a merchant back who gave leave; the state is good once, for who set out. */
  public IntegrationView finishConsent(
      Actor actor, ProviderId provider, Secret code, String state) {
    throw new UnsupportedOperationException("not built yet");
  }
}
