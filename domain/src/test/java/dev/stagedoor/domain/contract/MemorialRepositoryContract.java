package dev.stagedoor.domain.contract;

import static dev.stagedoor.domain.contract.RepositoryContract.assertNeedsUnitOfWork;
import static dev.stagedoor.domain.contract.RepositoryContract.assertStale;
import static dev.stagedoor.domain.fixture.MemorialBuilder.aMemorial;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.Samples.aMemorialId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.fixture.MemorialBuilder;
import dev.stagedoor.domain.fixture.Race;
import dev.stagedoor.domain.memorials.Memorial;
import dev.stagedoor.domain.memorials.MemorialId;
import dev.stagedoor.domain.memorials.Slug;
import dev.stagedoor.domain.memorials.port.MemorialRepository;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What every store of memorials must do. */
public interface MemorialRepositoryContract extends RepositoryContract {
  MemorialRepository memorials();

  @Test
  default void anUnknownMemorialIsAbsent() {
    MemorialId unknown = aMemorialId();

    assertThat(write(() -> memorials().find(unknown))).isEmpty();
    assertThat(write(() -> memorials().lock(unknown))).isEmpty();
    assertThat(write(() -> memorials().findBySlug(aSlug()))).isEmpty();
  }

  @Test
  default void aNewMemorialComesBackAsItWasAdded() {
    Memorial added = onFile(aMemorialOfAnOwner());

    assertSame(stored(added.id()), added);
    assertThat(stored(added.id()).version()).isEqualTo(1);
  }

  @Test
  default void everyDetailComesBackAsItWasSaved() {
    Memorial added = onFile(aMemorialOfAnOwner().directedBy(anAccountOnFile()));
    Consumer<Memorial> edit =
        memorial -> {
          memorial.rename("José Peña — يوسف", NOW.plusSeconds(5));
          memorial.write("Two lines,\nwith \"quotes\", 'more', \\ and हिन्दी", NOW.plusSeconds(5));
          memorial.picture("https://example.org/ada.jpg?a=1&b=2", NOW.plusSeconds(5));
          memorial.show(false, NOW.plusSeconds(5));
        };
    change(added.id(), edit);
    edit.accept(added);

    assertSame(stored(added.id()), added);
    assertThat(stored(added.id()).version()).isEqualTo(2);
  }

  @Test
  default void aLockedMemorialIsTheStoredOne() {
    Memorial added = onFile(aMemorialOfAnOwner());

    assertSame(write(() -> memorials().lock(added.id()).orElseThrow()), added);
  }

  @Test
  default void aMemorialIsFoundByItsSlugAndByNoOther() {
    Slug slug = aSlug();
    Memorial added = onFile(aMemorialOfAnOwner().at(slug));
    onFile(aMemorialOfAnOwner());

    assertSame(write(() -> memorials().findBySlug(slug).orElseThrow()), added);
  }

  @Test
  default void slugsOfAnyScriptAreFound() {
    Slug slug = Slug.of("आदा लवलेस يوسف " + UUID.randomUUID(), 1);
    Memorial added = onFile(aMemorialOfAnOwner().at(slug));

    assertThat(write(() -> memorials().findBySlug(slug).orElseThrow()).id()).isEqualTo(added.id());
  }

  @Test
  default void aTakenSlugIsNotAddedAgainAndTheWorkGoesOn() {
    Slug slug = aSlug();
    Memorial first = onFile(aMemorialOfAnOwner().at(slug));
    Memorial second = aMemorialOfAnOwner().at(slug).build();
    Memorial third = aMemorialOfAnOwner().build();

    run(
        () -> {
          assertThat(memorials().add(second)).isFalse();
          assertThat(memorials().add(third)).isTrue();
        });

    assertThat(write(() -> memorials().find(second.id()))).isEmpty();
    assertThat(write(() -> memorials().find(third.id()))).isPresent();
    assertThat(write(() -> memorials().findBySlug(slug).orElseThrow()).id()).isEqualTo(first.id());
  }

  @Test
  default void ofConcurrentAddsWithOneSlugExactlyOneAdds() {
    Slug slug = aSlug();

    assertThat(
            Race.of(
                4,
                () -> {
                  Memorial memorial = aMemorialOfAnOwner().at(slug).build();
                  return write(() -> memorials().add(memorial));
                }))
        .containsOnlyOnce(true);
  }

  @Test
  default void aChangeNotSavedIsNotSeen() {
    Memorial added = onFile(aMemorialOfAnOwner());
    added.rename("Nobody", NOW);
    run(
        () -> {
          memorials().find(added.id()).orElseThrow().rename("Nobody", NOW);
          memorials().lock(added.id()).orElseThrow().rename("Nobody", NOW);
          memorials().findBySlug(added.slug()).orElseThrow().rename("Nobody", NOW);
        });

    assertThat(stored(added.id()).lovedOneName()).isEqualTo("Ada Lovelace");
  }

  @Test
  default void aSaveOnAStaleVersionIsRefusedAndChangesNothing() {
    Memorial added = onFile(aMemorialOfAnOwner());
    Memorial mine = stored(added.id());
    change(added.id(), memorial -> memorial.rename("Augusta Ada", NOW));
    mine.rename("Nobody", NOW);

    assertStale(() -> run(() -> memorials().save(mine)));

    assertThat(stored(added.id()).lovedOneName()).isEqualTo("Augusta Ada");
  }

  @Test
  default void aMemorialNeverAddedCannotBeSaved() {
    Memorial memorial = aMemorialOfAnOwner().build();

    assertStale(() -> run(() -> memorials().save(memorial)));

    assertThat(write(() -> memorials().find(memorial.id()))).isEmpty();
  }

  @Test
  default void aFailedUnitOfWorkSavesNothing() {
    Memorial changed = onFile(aMemorialOfAnOwner());
    Memorial added = aMemorialOfAnOwner().build();

    assertThatThrownBy(
            () ->
                run(
                    () -> {
                      memorials().add(added);
                      Memorial memorial = memorials().lock(changed.id()).orElseThrow();
                      memorial.rename("Nobody", NOW);
                      memorials().save(memorial);
                      throw new UnsupportedOperationException("on purpose");
                    }))
        .isInstanceOf(UnsupportedOperationException.class);

    assertThat(write(() -> memorials().find(added.id()))).isEmpty();
    assertThat(stored(changed.id()).lovedOneName()).isEqualTo("Ada Lovelace");
  }

  @Test
  default void changesUnderALockAreNeverLost() {
    Memorial added = onFile(aMemorialOfAnOwner());

    Race.of(
        4,
        () -> {
          for (int i = 0; i < 5; i++) {
            change(added.id(), memorial -> memorial.write(memorial.customText() + "x", NOW));
          }
          return true;
        });

    assertThat(stored(added.id()).customText()).isEqualTo("x".repeat(20));
  }

  @Test
  default void nothingIsDoneOutsideAUnitOfWork() {
    Memorial memorial = aMemorialOfAnOwner().build();

    assertNeedsUnitOfWork(() -> memorials().find(memorial.id()));
    assertNeedsUnitOfWork(() -> memorials().findBySlug(memorial.slug()));
    assertNeedsUnitOfWork(() -> memorials().lock(memorial.id()));
    assertNeedsUnitOfWork(() -> memorials().add(memorial));
    assertNeedsUnitOfWork(() -> memorials().save(memorial));
  }

  private MemorialBuilder aMemorialOfAnOwner() {
    return aMemorial().ownedBy(anAccountOnFile());
  }

  private Memorial onFile(MemorialBuilder wanted) {
    Memorial memorial = wanted.build();
    assertThat(write(() -> memorials().add(memorial))).isTrue();
    return memorial;
  }

  private Memorial stored(MemorialId id) {
    return write(() -> memorials().find(id).orElseThrow());
  }

  private void change(MemorialId id, Consumer<Memorial> change) {
    run(
        () -> {
          Memorial memorial = memorials().lock(id).orElseThrow();
          change.accept(memorial);
          memorials().save(memorial);
        });
  }

  private static Slug aSlug() {
    return Slug.of("slug " + UUID.randomUUID(), 1);
  }

  private static void assertSame(Memorial actual, Memorial expected) {
    assertThat(actual.snapshot())
        .usingRecursiveComparison()
        .ignoringFields("version")
        .isEqualTo(expected.snapshot());
  }
}
