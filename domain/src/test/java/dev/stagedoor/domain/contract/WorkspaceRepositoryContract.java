package dev.stagedoor.domain.contract;

import static dev.stagedoor.domain.contract.RepositoryContract.assertNeedsUnitOfWork;
import static dev.stagedoor.domain.contract.RepositoryContract.assertStale;
import static dev.stagedoor.domain.fixture.LiveSellingSamples.aWorkspace;
import static dev.stagedoor.domain.fixture.LiveSellingSamples.aWorkspaceId;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.fixture.Race;
import dev.stagedoor.domain.liveselling.Plan;
import dev.stagedoor.domain.liveselling.Workspace;
import dev.stagedoor.domain.liveselling.WorkspaceId;
import dev.stagedoor.domain.liveselling.port.WorkspaceRepository;
import java.util.Currency;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What every store of workspaces must do. */
public interface WorkspaceRepositoryContract extends LiveSellingContract {
  private WorkspaceRepository workspaces() {
    return stores().workspaces();
  }

  @Test
  default void anUnknownWorkspaceIsAbsent() {
    assertThat(write(() -> workspaces().find(aWorkspaceId()))).isEmpty();
    assertThat(write(() -> workspaces().lock(aWorkspaceId()))).isEmpty();
    assertThat(write(() -> workspaces().operatedBy(anAccountOnFile()))).isEmpty();
  }

  @Test
  default void aWorkspaceComesBackAsItWasSavedWithItsOperatorsInOrder() {
    Workspace saved = aWorkspace(anAccountOnFile());
    saved.rename("Zoë's \"Vases\" नमस्ते");
    saved.sellIn(Currency.getInstance("JPY"));
    saved.changePlan(Plan.BUSINESS);
    for (int i = 0; i < 5; i++) {
      saved.add(anAccountOnFile());
    }
    run(() -> workspaces().save(saved));

    assertSame(stored(saved.id()), saved);
    assertSame(write(() -> workspaces().lock(saved.id()).orElseThrow()), saved);
    assertThat(stored(saved.id()).operators()).containsExactlyElementsOf(saved.operators());
    assertThat(stored(saved.id()).version()).isEqualTo(1);
  }

  @Test
  default void aChangeNotSavedIsNotSeen() {
    Workspace saved = saved();
    saved.rename("Other");
    run(
        () -> {
          workspaces().find(saved.id()).orElseThrow().rename("Other");
          workspaces().lock(saved.id()).orElseThrow().add(anAccountOnFile());
        });

    assertThat(stored(saved.id()).name()).isEqualTo("Ada's Antiques");
    assertThat(stored(saved.id()).operators()).hasSize(1);
  }

  @Test
  default void aSavedChangeReplacesWhatWasStored() {
    Workspace saved = saved();
    UserId first = saved.operators().iterator().next();
    UserId second = anAccountOnFile();
    UserId third = anAccountOnFile();
    change(saved.id(), one -> one.add(second));
    change(
        saved.id(),
        one -> {
          one.remove(first);
          one.add(third);
          one.add(first);
          one.changePlan(Plan.PRO);
        });

    assertThat(stored(saved.id()).operators()).containsExactly(second, third, first);
    assertThat(stored(saved.id()).plan()).isEqualTo(Plan.PRO);
    assertThat(stored(saved.id()).version()).isEqualTo(3);
  }

  @Test
  default void aSaveOnAStaleVersionIsRefusedAndChangesNothing() {
    Workspace saved = saved();
    Workspace mine = stored(saved.id());
    change(saved.id(), one -> one.rename("First"));
    mine.rename("Second");
    mine.add(anAccountOnFile());

    assertStale(() -> run(() -> workspaces().save(mine)));
    assertStale(() -> run(() -> workspaces().save(saved)));

    assertThat(stored(saved.id()).name()).isEqualTo("First");
    assertThat(stored(saved.id()).operators()).hasSize(1);
  }

  @Test
  default void aFailedUnitOfWorkSavesNothing() {
    Workspace changed = saved();
    Workspace added = aWorkspace(anAccountOnFile());
    UserId operator = anAccountOnFile();

    assertThatThrownBy(
            () ->
                run(
                    () -> {
                      workspaces().save(added);
                      Workspace workspace = workspaces().lock(changed.id()).orElseThrow();
                      workspace.add(operator);
                      workspaces().save(workspace);
                      throw new UnsupportedOperationException("on purpose");
                    }))
        .isInstanceOf(UnsupportedOperationException.class);

    assertThat(write(() -> workspaces().find(added.id()))).isEmpty();
    assertThat(stored(changed.id()).operators()).hasSize(1);
  }

  @Test
  default void somebodyFindsWhatTheyOperateOldestFirstAndNothingElse() {
    UserId operator = anAccountOnFile();
    UserId other = anAccountOnFile();
    Workspace younger = aWorkspace(other, NOW.plusSeconds(1));
    younger.add(operator);
    Workspace older = aWorkspace(operator, NOW);
    Workspace left = aWorkspace(operator, NOW);
    left.add(other);
    run(() -> List.of(younger, older, left, aWorkspace(other)).forEach(workspaces()::save));
    change(left.id(), one -> one.remove(operator));

    List<Workspace> found = write(() -> workspaces().operatedBy(operator));

    assertThat(found).extracting(Workspace::id).containsExactly(older.id(), younger.id());
    assertThat(found.get(1).operators()).containsExactly(other, operator);
  }

  @Test
  default void changesUnderALockAreNeverLost() {
    Workspace saved = saved();

    Race.of(
        4,
        () -> {
          for (int i = 0; i < 5; i++) {
            UserId operator = anAccountOnFile();
            change(saved.id(), one -> one.add(operator));
          }
          return true;
        });

    assertThat(stored(saved.id()).operators()).hasSize(21);
  }

  @Test
  default void nothingIsDoneOutsideAUnitOfWork() {
    Workspace workspace = aWorkspace(anAccountOnFile());

    assertNeedsUnitOfWork(() -> workspaces().find(workspace.id()));
    assertNeedsUnitOfWork(() -> workspaces().lock(workspace.id()));
    assertNeedsUnitOfWork(() -> workspaces().operatedBy(workspace.operators().iterator().next()));
    assertNeedsUnitOfWork(() -> workspaces().save(workspace));
  }

  private Workspace saved() {
    Workspace workspace = aWorkspace(anAccountOnFile());
    run(() -> workspaces().save(workspace));
    return workspace;
  }

  private Workspace stored(WorkspaceId id) {
    return write(() -> workspaces().find(id).orElseThrow());
  }

  private void change(WorkspaceId id, Consumer<Workspace> change) {
    run(
        () -> {
          Workspace workspace = workspaces().lock(id).orElseThrow();
          change.accept(workspace);
          workspaces().save(workspace);
        });
  }

  private static void assertSame(Workspace actual, Workspace expected) {
    assertThat(actual.snapshot())
        .usingRecursiveComparison()
        .ignoringFields("version")
        .isEqualTo(expected.snapshot());
  }
}
