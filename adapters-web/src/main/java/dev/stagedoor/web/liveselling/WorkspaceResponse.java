package dev.stagedoor.web.liveselling;

import dev.stagedoor.application.liveselling.WorkspaceView;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A workspace, wrapped as clients expect it. */
@Serdeable
public record WorkspaceResponse(Workspace workspace) {

  /** A workspace: who operates it, and under which plan. */
  @Serdeable
  public record Workspace(
      UUID id, String name, String currency, String plan, List<Member> members, Instant createdAt) {
    static Workspace from(WorkspaceView view) {
      return new Workspace(
          view.id(),
          view.name(),
          Currencies.code(view.currency()),
          view.plan(),
          view.members().stream().map(Member::from).toList(),
          view.createdAt());
    }
  }

  /** Somebody who operates a workspace. */
  @Serdeable
  public record Member(UUID id, String email, String displayName) {
    static Member from(WorkspaceView.Member member) {
      return new Member(member.id(), member.email(), member.displayName());
    }
  }

  static WorkspaceResponse from(WorkspaceView view) {
    return new WorkspaceResponse(Workspace.from(view));
  }
}
