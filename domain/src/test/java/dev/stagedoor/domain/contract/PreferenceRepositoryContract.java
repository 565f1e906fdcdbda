package dev.stagedoor.domain.contract;

import static dev.stagedoor.domain.contract.RepositoryContract.assertNeedsUnitOfWork;
import static dev.stagedoor.domain.fixture.Samples.aUserId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.fixture.Race;
import dev.stagedoor.domain.notifications.Category;
import dev.stagedoor.domain.notifications.Preferences;
import dev.stagedoor.domain.notifications.port.PreferenceRepository;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** What every store of preferences must do. */
public interface PreferenceRepositoryContract extends RepositoryContract {
  PreferenceRepository preferences();

  @Test
  default void forWhoeverNeverChoseTheUsualHolds() {
    UserId user = aUserId();

    assertThat(write(() -> preferences().of(List.of(user)))).isEmpty();
    assertThat(write(() -> preferences().find(user))).isEqualTo(Preferences.usual(user));
    assertThat(write(() -> preferences().lock(user))).isEqualTo(Preferences.usual(user));
  }

  @Test
  default void whatIsSavedComesBack() {
    UserId user = aUserId();
    UserId other = aUserId();
    Preferences chosen =
        Preferences.usual(user).with(Category.PRODUCT, false).with(Category.MARKETING, true);
    Preferences silent = Preferences.usual(other).with(Category.PRODUCT, false);
    run(() -> preferences().save(chosen));
    run(() -> preferences().save(silent));

    assertThat(write(() -> preferences().find(user))).isEqualTo(chosen);
    assertThat(write(() -> preferences().lock(user))).isEqualTo(chosen);
    assertThat(write(() -> preferences().of(List.of(user, other, aUserId()))))
        .isEqualTo(Map.of(user, chosen, other, silent));

    Preferences again = chosen.with(Category.MARKETING, false);
    run(() -> preferences().save(again));
    assertThat(write(() -> preferences().lock(user))).isEqualTo(again);
  }

  @Test
  default void changesUnderALockAreNeverLostTheFirstOnesToo() {
    UserId user = aUserId();
    ConcurrentLinkedQueue<Category> flips =
        new ConcurrentLinkedQueue<>(List.of(Category.PRODUCT, Category.MARKETING));

    Race.of(
        2,
        () -> {
          Category mine = flips.remove();
          run(
              () ->
                  preferences()
                      .save(preferences().lock(user).with(mine, mine == Category.MARKETING)));
          return true;
        });

    assertThat(write(() -> preferences().lock(user)))
        .isEqualTo(
            Preferences.usual(user).with(Category.PRODUCT, false).with(Category.MARKETING, true));
  }

  @Test
  default void nothingIsDoneOutsideAUnitOfWork() {
    assertNeedsUnitOfWork(() -> preferences().find(aUserId()));
    assertNeedsUnitOfWork(() -> preferences().lock(aUserId()));
    assertNeedsUnitOfWork(() -> preferences().of(List.of(aUserId())));
    assertNeedsUnitOfWork(() -> preferences().save(Preferences.usual(aUserId())));
  }
}
