package dev.stagedoor.web.liveselling;

import dev.stagedoor.application.liveselling.WorkspaceView;
import dev.stagedoor.domain.kernel.Page;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** One page of workspaces. */
@Serdeable
public record WorkspacesResponse(
    List<WorkspaceResponse.Workspace> workspaces, int page, int limit, long total) {

  static WorkspacesResponse from(Page<WorkspaceView> views) {
    return new WorkspacesResponse(
        views.items().stream().map(WorkspaceResponse.Workspace::from).toList(),
        views.page(),
        views.limit(),
        views.total());
  }
}
