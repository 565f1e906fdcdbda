package dev.stagedoor.web.pages.liveselling;

import dev.stagedoor.application.liveselling.WorkspaceView;
import dev.stagedoor.domain.liveselling.WorkspaceId;
import java.util.List;
import java.util.Optional;

/** The workspace a page is about, among those its reader operates. */
public record Chosen(WorkspaceView workspace, List<WorkspaceView> all) {
  public Chosen {
    all = List.copyOf(all);
  }

  public boolean isOneOfSeveral() {
    return all.size() > 1;
  }

  /** Returns what an address says so that it is about this workspace. */
  public String query() {
    return "?workspaceId=" + workspace.id();
  }

  WorkspaceId id() {
    return new WorkspaceId(workspace.id());
  }

  Optional<WorkspaceId> named() {
    return Optional.of(id());
  }
}
