package dev.stagedoor.application.fake;

import dev.stagedoor.application.liveselling.ShowView;
import dev.stagedoor.application.liveselling.WorkspaceView;
import dev.stagedoor.application.port.WorkspaceQueries;
import dev.stagedoor.domain.auth.Account;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.auth.port.AccountRepository;
import dev.stagedoor.domain.fake.InMemoryShowRepository;
import dev.stagedoor.domain.fake.InMemoryWorkspaceRepository;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.liveselling.Show;
import dev.stagedoor.domain.liveselling.Workspace;
import dev.stagedoor.domain.liveselling.WorkspaceId;
import java.util.Comparator;
import java.util.Optional;

/** Looks through what the repositories of workspaces and shows keep in memory. */
public final class InMemoryWorkspaceQueries implements WorkspaceQueries {
  private final InMemoryWorkspaceRepository workspaces;
  private final InMemoryShowRepository shows;
  private final AccountRepository accounts;

  public InMemoryWorkspaceQueries(
      InMemoryWorkspaceRepository workspaces,
      InMemoryShowRepository shows,
      AccountRepository accounts) {
    this.workspaces = workspaces;
    this.shows = shows;
    this.accounts = accounts;
  }

  @Override
  public Page<WorkspaceView> workspaces(Optional<UserId> operatedBy, PageRequest page) {
    return Pages.of(
        workspaces
            .all()
            .filter(one -> operatedBy.isEmpty() || one.operators().contains(operatedBy.get()))
            .sorted(
                Comparator.comparing(Workspace::createdAt)
                    .thenComparing(one -> one.id().value().toString())
                    .reversed())
            .map(this::view)
            .toList(),
        page);
  }

  @Override
  public Optional<WorkspaceView> workspace(WorkspaceId id) {
    return workspaces.find(id).map(this::view);
  }

  @Override
  public Page<ShowView> shows(WorkspaceId workspace, PageRequest page) {
    return Pages.of(
        shows
            .all()
            .filter(show -> show.workspace().equals(workspace))
            .sorted(
                Comparator.comparing(Show::createdAt)
                    .thenComparing(show -> show.id().value().toString())
                    .reversed())
            .map(InMemoryWorkspaceQueries::view)
            .toList(),
        page);
  }

  private WorkspaceView view(Workspace workspace) {
    return new WorkspaceView(
        workspace.id().value(),
        workspace.name(),
        workspace.currency(),
        workspace.plan().code(),
        workspace.operators().stream().map(this::member).toList(),
        workspace.createdAt());
  }

  private WorkspaceView.Member member(UserId operator) {
    Account account = accounts.find(operator).orElseThrow();
    return new WorkspaceView.Member(
        operator.value(), account.email().value(), account.name().display());
  }

  private static ShowView view(Show show) {
    return new ShowView(
        show.id().value(),
        show.workspace().value(),
        show.name(),
        show.status().code(),
        show.currency(),
        show.post().map(ProviderRef::value),
        show.startedAt(),
        show.endedAt(),
        show.createdAt());
  }
}
