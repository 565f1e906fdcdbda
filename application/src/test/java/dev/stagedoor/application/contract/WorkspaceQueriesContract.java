package dev.stagedoor.application.contract;

import static dev.stagedoor.domain.contract.RepositoryContract.assertNeedsUnitOfWork;
import static dev.stagedoor.domain.fixture.AccountBuilder.anAccount;
import static dev.stagedoor.domain.fixture.LiveSellingSamples.aShow;
import static dev.stagedoor.domain.fixture.LiveSellingSamples.aShowFollowing;
import static dev.stagedoor.domain.fixture.LiveSellingSamples.aWorkspace;
import static dev.stagedoor.domain.fixture.LiveSellingSamples.aWorkspaceId;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.Samples.aRef;
import static dev.stagedoor.domain.fixture.Samples.aUserId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.liveselling.ShowView;
import dev.stagedoor.application.liveselling.WorkspaceView;
import dev.stagedoor.application.port.WorkspaceQueries;
import dev.stagedoor.domain.auth.Account;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.auth.port.AccountRepository;
import dev.stagedoor.domain.contract.LiveSellingContract;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.liveselling.Plan;
import dev.stagedoor.domain.liveselling.Show;
import dev.stagedoor.domain.liveselling.Workspace;
import dev.stagedoor.domain.liveselling.WorkspaceId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every read side of workspaces must do. */
public interface WorkspaceQueriesContract extends LiveSellingContract {
  PageRequest EVERYTHING = new PageRequest(1, 1000);

  WorkspaceQueries queries();

  AccountRepository accounts();

  @Override
  default UserId anAccountOnFile() {
    Account account = anAccount().active().build();
    run(() -> accounts().save(account));
    return account.id();
  }

  @Test
  default void whatIsUnknownIsAbsent() {
    assertThat(write(() -> queries().workspace(aWorkspaceId()))).isEmpty();
    assertThat(workspacesOf(aUserId())).isEmpty();
    assertThat(write(() -> queries().shows(aWorkspaceId(), EVERYTHING)).items()).isEmpty();
  }

  @Test
  default void aWorkspaceShowsItsMembersInTheOrderTheyCame() {
    Account ada = anAccount().called("Ada", "Lovelace").active().build();
    Account grace = anAccount().called("Grace", "Hopper").active().build();
    Workspace workspace = aWorkspace(grace.id());
    workspace.add(ada.id());
    workspace.changePlan(Plan.PRO);
    workspace.sellIn(Currency.getInstance("EUR"));
    run(
        () -> {
          accounts().save(ada);
          accounts().save(grace);
          stores().workspaces().save(workspace);
        });
    WorkspaceView expected =
        new WorkspaceView(
            workspace.id().value(),
            "Ada's Antiques",
            Currency.getInstance("EUR"),
            "pro",
            List.of(
                new WorkspaceView.Member(grace.id().value(), grace.email().value(), "Grace Hopper"),
                new WorkspaceView.Member(ada.id().value(), ada.email().value(), "Ada Lovelace")),
            NOW);

    assertThat(write(() -> queries().workspace(workspace.id()))).contains(expected);
    assertThat(workspacesOf(ada.id())).containsExactly(expected);
  }

  @Test
  default void somebodysWorkspacesComeNewestFirstAndNobodyElses() {
    UserId operator = anAccountOnFile();
    UUID older = onFile(aWorkspace(operator, NOW));
    UUID newer = onFile(aWorkspace(operator, NOW.plusSeconds(1)));
    UUID others = onFile(aWorkspace(anAccountOnFile(), NOW.plusSeconds(2)));

    assertThat(workspacesOf(operator)).extracting(WorkspaceView::id).containsExactly(newer, older);
    assertThat(write(() -> queries().workspaces(Optional.empty(), EVERYTHING)).items())
        .extracting(WorkspaceView::id)
        .containsSubsequence(others, newer, older);
  }

  @Test
  default void workspacesComeByThePage() {
    UserId operator = anAccountOnFile();
    UUID oldest = onFile(aWorkspace(operator, NOW));
    onFile(aWorkspace(operator, NOW.plusSeconds(1)));
    onFile(aWorkspace(operator, NOW.plusSeconds(2)));

    Page<WorkspaceView> last =
        write(() -> queries().workspaces(Optional.of(operator), new PageRequest(2, 2)));

    assertThat(last.items()).extracting(WorkspaceView::id).containsExactly(oldest);
    assertThat(last.total()).isEqualTo(3);
  }

  @Test
  default void aShowShowsWhatIsStored() {
    WorkspaceId workspace = aWorkspaceOnFile();
    ProviderRef post = aRef();
    Show draft = aShow(workspace, NOW);
    Show live = aShowFollowing(workspace, post, NOW.plusSeconds(1));
    live.start(NOW.plusSeconds(5));
    Show ended = aShow(workspace, NOW.plusSeconds(2));
    ended.start(NOW.plusSeconds(5));
    ended.end(NOW.plusSeconds(6));
    List.of(draft, live, ended).forEach(this::onFile);

    assertThat(write(() -> queries().shows(workspace, EVERYTHING)).items())
        .containsExactly(
            view(ended, "ended", Optional.empty()),
            view(live, "live", Optional.of(post.value())),
            view(draft, "draft", Optional.empty()));
  }

  @Test
  default void showsComeByThePageAndNobodyElses() {
    WorkspaceId workspace = aWorkspaceOnFile();
    Show older = aShow(workspace, NOW);
    onFile(older);
    onFile(aShow(workspace, NOW.plusSeconds(1)));
    onFile(aShow(aWorkspaceOnFile(), NOW));

    Page<ShowView> last = write(() -> queries().shows(workspace, new PageRequest(2, 1)));

    assertThat(last.items()).extracting(ShowView::id).containsExactly(older.id().value());
    assertThat(last.total()).isEqualTo(2);
  }

  @Test
  default void nothingIsDoneOutsideAUnitOfWork() {
    WorkspaceId workspace = aWorkspaceOnFile();

    assertNeedsUnitOfWork(() -> queries().workspace(workspace));
    assertNeedsUnitOfWork(() -> queries().workspaces(Optional.empty(), EVERYTHING));
    assertNeedsUnitOfWork(() -> queries().shows(workspace, EVERYTHING));
  }

  private UUID onFile(Workspace workspace) {
    run(() -> stores().workspaces().save(workspace));
    return workspace.id().value();
  }

  private List<WorkspaceView> workspacesOf(UserId operator) {
    return write(() -> queries().workspaces(Optional.of(operator), EVERYTHING)).items();
  }

  private static ShowView view(Show show, String status, Optional<String> post) {
    return new ShowView(
        show.id().value(),
        show.workspace().value(),
        "Friday night sale",
        status,
        Currency.getInstance("USD"),
        post,
        show.startedAt(),
        show.endedAt(),
        show.createdAt());
  }
}
