package dev.stagedoor.application.liveselling;

import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.liveselling.Plan;
import dev.stagedoor.domain.liveselling.WorkspaceId;
import java.util.Currency;
import java.util.Optional;

/** Workspaces and who operates them. */
@SuppressWarnings("DoNotCallSuggester")
public final class WorkspaceService {
  /** Opens a workspace on the free plan; the caller is its first operator. */
  public WorkspaceView create(Actor actor, String name, Optional<Currency> currency) {
    throw new UnsupportedOperationException("not built yet");
  }

  /** Lists the workspaces somebody operates; an admin sees all. */
  public Page<WorkspaceView> list(Actor actor, PageRequest page) {
    throw new UnsupportedOperationException("not built yet");
  }

  /** Returns a workspace to its operators. */
  public WorkspaceView get(Actor actor, WorkspaceId id) {
    throw new UnsupportedOperationException("not built yet");
  }

  /** Changes what is given; a plan is changed by admins alone. */
  public WorkspaceView change(
      Actor actor,
      WorkspaceId id,
      Optional<String> name,
      Optional<Currency> currency,
      Optional<Plan> plan) {
    throw new UnsupportedOperationException("not built yet");
  }

  /** Lets somebody operate a workspace; whoever has no account is invited to make one. */
  public WorkspaceView addMember(
      Actor actor, WorkspaceId id, EmailAddress email, Language language) {
    throw new UnsupportedOperationException("not built yet");
  }

  /** Takes an operator out. */
  public WorkspaceView removeMember(Actor actor, WorkspaceId id, UserId member) {
    throw new UnsupportedOperationException("not built yet");
  }

  /** Returns the workspace that is meant: the one named, or the only one the caller operates. */
  public WorkspaceId meant(Actor actor, Optional<WorkspaceId> named) {
    throw new UnsupportedOperationException("not built yet");
  }
}
