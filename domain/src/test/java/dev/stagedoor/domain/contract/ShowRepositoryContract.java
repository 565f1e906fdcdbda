package dev.stagedoor.domain.contract;

import static dev.stagedoor.domain.contract.RepositoryContract.assertNeedsUnitOfWork;
import static dev.stagedoor.domain.contract.RepositoryContract.assertStale;
import static dev.stagedoor.domain.fixture.LiveSellingSamples.aShow;
import static dev.stagedoor.domain.fixture.LiveSellingSamples.aShowFollowing;
import static dev.stagedoor.domain.fixture.LiveSellingSamples.aShowId;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.Samples.aRef;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.fixture.Race;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.liveselling.Show;
import dev.stagedoor.domain.liveselling.ShowId;
import dev.stagedoor.domain.liveselling.port.ShowRepository;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What every store of shows must do. */
public interface ShowRepositoryContract extends LiveSellingContract {
  private ShowRepository shows() {
    return stores().shows();
  }

  @Test
  default void anUnknownShowIsAbsent() {
    assertThat(write(() -> shows().find(aShowId()))).isEmpty();
    assertThat(write(() -> shows().lock(aShowId()))).isEmpty();
    assertThat(write(() -> shows().following(aRef()))).isEmpty();
  }

  @Test
  default void aShowComesBackAsItWasSaved() {
    Show planned = aShow(aWorkspaceOnFile());
    Show ended = aShowFollowing(aWorkspaceOnFile(), aRef(), NOW);
    ended.rename("Zoë's \"Friday\" नमस्ते");
    ended.start(NOW.plusSeconds(1));
    ended.end(NOW.plusSeconds(2));
    onFile(planned);
    onFile(ended);

    assertSame(stored(planned.id()), planned);
    assertSame(stored(ended.id()), ended);
    assertSame(write(() -> shows().lock(ended.id()).orElseThrow()), ended);
    assertThat(stored(ended.id()).version()).isEqualTo(1);
  }

  @Test
  default void aChangeNotSavedIsNotSeen() {
    Show saved = aShow(aWorkspaceOnFile());
    onFile(saved);
    saved.start(NOW);
    run(
        () -> {
          shows().find(saved.id()).orElseThrow().start(NOW);
          shows().lock(saved.id()).orElseThrow().start(NOW);
        });

    assertThat(stored(saved.id()).status()).isEqualTo(Show.Status.DRAFT);
  }

  @Test
  default void aSavedChangeReplacesWhatWasStored() {
    ShowId show = aShowOnFile();
    ProviderRef post = aRef();
    change(show, one -> one.follow(Optional.of(post)));
    change(show, one -> one.start(NOW));

    assertThat(stored(show).status()).isEqualTo(Show.Status.LIVE);
    assertThat(stored(show).post()).contains(post);
    assertThat(stored(show).version()).isEqualTo(3);
  }

  @Test
  default void aSaveOnAStaleVersionIsRefusedAndChangesNothing() {
    Show saved = aShow(aWorkspaceOnFile());
    onFile(saved);
    Show mine = stored(saved.id());
    change(saved.id(), one -> one.start(NOW));
    mine.rename("Second");

    assertStale(() -> run(() -> shows().save(mine)));
    assertStale(() -> run(() -> shows().save(saved)));

    assertThat(stored(saved.id()).name()).isEqualTo("Friday night sale");
  }

  @Test
  default void aFailedUnitOfWorkSavesNothing() {
    ShowId changed = aShowOnFile();
    Show added = aShow(aWorkspaceOnFile());

    assertThatThrownBy(
            () ->
                run(
                    () -> {
                      shows().save(added);
                      Show show = shows().lock(changed).orElseThrow();
                      show.start(NOW);
                      shows().save(show);
                      throw new UnsupportedOperationException("on purpose");
                    }))
        .isInstanceOf(UnsupportedOperationException.class);

    assertThat(write(() -> shows().find(added.id()))).isEmpty();
    assertThat(stored(changed).status()).isEqualTo(Show.Status.DRAFT);
  }

  @Test
  default void theShowsOfAPostAreThoseThatFollowItNowOldestFirst() {
    ProviderRef post = aRef();
    ShowId younger = onFile(aShowFollowing(aWorkspaceOnFile(), post, NOW.plusSeconds(1)));
    ShowId older = onFile(aShowFollowing(aWorkspaceOnFile(), post, NOW));
    ShowId former = onFile(aShowFollowing(aWorkspaceOnFile(), post, NOW));
    onFile(aShowFollowing(aWorkspaceOnFile(), aRef(), NOW));
    onFile(aShowFollowing(aWorkspaceOnFile(), ProviderRef.of("elsewhere", post.value()), NOW));
    change(former, show -> show.follow(Optional.empty()));

    assertThat(write(() -> shows().following(post)))
        .extracting(Show::id)
        .containsExactly(older, younger);
  }

  @Test
  default void changesUnderALockAreNeverLost() {
    ShowId show = aShowOnFile();

    Race.of(
        4,
        () -> {
          for (int i = 0; i < 5; i++) {
            change(show, one -> one.rename(one.name() + "!"));
          }
          return true;
        });

    assertThat(stored(show).name()).isEqualTo("Friday night sale" + "!".repeat(20));
  }

  @Test
  default void nothingIsDoneOutsideAUnitOfWork() {
    Show show = aShow(aWorkspaceOnFile());

    assertNeedsUnitOfWork(() -> shows().find(show.id()));
    assertNeedsUnitOfWork(() -> shows().lock(show.id()));
    assertNeedsUnitOfWork(() -> shows().following(aRef()));
    assertNeedsUnitOfWork(() -> shows().save(show));
  }

  private Show stored(ShowId id) {
    return write(() -> shows().find(id).orElseThrow());
  }

  private void change(ShowId id, Consumer<Show> change) {
    run(
        () -> {
          Show show = shows().lock(id).orElseThrow();
          change.accept(show);
          shows().save(show);
        });
  }

  private static void assertSame(Show actual, Show expected) {
    assertThat(actual.snapshot())
        .usingRecursiveComparison()
        .ignoringFields("version")
        .isEqualTo(expected.snapshot());
  }
}
