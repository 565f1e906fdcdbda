package dev.stagedoor.application.port;

import dev.stagedoor.application.liveselling.ShowView;
import dev.stagedoor.application.liveselling.WorkspaceView;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.liveselling.WorkspaceId;
import java.util.Optional;

/** The read side of workspaces. All methods need an open unit of work. */
public interface WorkspaceQueries {
  /** Lists the workspaces somebody operates, or all, the newest first. */
  Page<WorkspaceView> workspaces(Optional<UserId> operatedBy, PageRequest page);

  Optional<WorkspaceView> workspace(WorkspaceId id);

  /** Lists a workspace's shows, the newest first. */
  Page<ShowView> shows(WorkspaceId workspace, PageRequest page);
}
