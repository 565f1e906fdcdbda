package dev.stagedoor.application.liveselling;

import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.liveselling.ShowId;
import dev.stagedoor.domain.liveselling.WorkspaceId;
import java.util.Optional;

/** Shows: planned, live, ended. */
@SuppressWarnings("DoNotCallSuggester")
public final class ShowService {
  /** Plans a show in a workspace. */
  public ShowView create(
      Actor actor, Optional<WorkspaceId> workspace, String name, Optional<String> platformPostId) {
    throw new UnsupportedOperationException("not built yet");
  }

  /** Lists a workspace's shows, the newest first. */
  public Page<ShowView> list(Actor actor, Optional<WorkspaceId> workspace, PageRequest page) {
    throw new UnsupportedOperationException("not built yet");
  }

  /** Returns a show to its operators. */
  public ShowView get(Actor actor, ShowId id) {
    throw new UnsupportedOperationException("not built yet");
  }

  /** Changes what is given; a blank post means none. */
  public ShowView change(
      Actor actor, ShowId id, Optional<String> name, Optional<String> platformPostId) {
    throw new UnsupportedOperationException("not built yet");
  }

  /** Begins; idempotent until it has ended. */
  public ShowView start(Actor actor, ShowId id) {
    throw new UnsupportedOperationException("not built yet");
  }

  /** Ends; idempotent. */
  public ShowView end(Actor actor, ShowId id) {
    throw new UnsupportedOperationException("not built yet");
  }
}
