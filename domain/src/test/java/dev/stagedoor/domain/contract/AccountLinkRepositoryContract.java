package dev.stagedoor.domain.contract;

import static dev.stagedoor.domain.auth.AccountLink.Purpose.INVITATION;
import static dev.stagedoor.domain.auth.AccountLink.Purpose.PASSWORD_RESET;
import static dev.stagedoor.domain.contract.RepositoryContract.assertNeedsUnitOfWork;
import static dev.stagedoor.domain.fixture.IdentitySamples.aLink;
import static dev.stagedoor.domain.fixture.IdentitySamples.aTokenHash;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.auth.AccountLink;
import dev.stagedoor.domain.auth.AuthError;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.auth.port.AccountLinkRepository;
import dev.stagedoor.domain.fixture.Race;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.ErrorCode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link AccountLinkRepository} must do. */
public interface AccountLinkRepositoryContract extends RepositoryContract {
  AccountLinkRepository links();

  private AccountLink added(AccountLink link) {
    run(() -> links().add(link));
    return link;
  }

  private Optional<AccountLink> find(AccountLink link) {
    return write(() -> links().lock(link.tokenHash()));
  }

  private AccountLink take(AccountLink link) {
    return write(
        () -> {
          AccountLink taken =
              links()
                  .lock(link.tokenHash())
                  .orElseThrow()
                  .takenBy(UUID.randomUUID(), link.purpose(), NOW);
          links().save(taken);
          return taken;
        });
  }

  @Test
  default void anAddedLinkIsFoundByItsToken() {
    AccountLink link = added(aLink(anAccountOnFile(), INVITATION));

    assertThat(find(link)).contains(link);
    assertThat(write(() -> links().lock(aTokenHash()))).isEmpty();
  }

  @Test
  default void whoTookALinkIsKept() {
    AccountLink link = added(aLink(anAccountOnFile(), INVITATION));

    AccountLink taken = take(link);

    assertThat(taken.attempt()).isPresent();
    assertThat(find(link)).contains(taken);
  }

  @Test
  default void aLinkThatIsGivenBackIsAsItWas() {
    AccountLink link = added(aLink(anAccountOnFile(), INVITATION));
    AccountLink taken = take(link);

    run(() -> links().save(taken.givenBackBy(taken.attempt().orElseThrow().id())));

    assertThat(find(link)).contains(link);
  }

  @Test
  default void thatALinkWasUsedIsKept() {
    AccountLink link = added(aLink(anAccountOnFile(), PASSWORD_RESET));
    AccountLink taken = take(link);
    AccountLink used = taken.usedBy(taken.attempt().orElseThrow().id(), NOW.plusSeconds(1));

    run(() -> links().save(used));

    assertThat(find(link)).contains(used);
    assertThat(used.usedAt()).contains(NOW.plusSeconds(1));
  }

  @Test
  default void aNewLinkVoidsTheEarlierOneForTheSamePurpose() {
    UserId user = anAccountOnFile();
    AccountLink earlier = added(aLink(user, PASSWORD_RESET));
    take(earlier);
    AccountLink later = added(aLink(user, PASSWORD_RESET));

    assertThat(find(earlier)).isEmpty();
    assertThat(find(later)).contains(later);
  }

  @Test
  default void aNewLinkLeavesOtherPurposesAndOtherUsersAlone() {
    UserId user = anAccountOnFile();
    AccountLink otherPurpose = added(aLink(user, INVITATION));
    AccountLink otherUser = added(aLink(anAccountOnFile(), PASSWORD_RESET));
    added(aLink(user, PASSWORD_RESET));

    assertThat(find(otherPurpose)).contains(otherPurpose);
    assertThat(find(otherUser)).contains(otherUser);
  }

  @Test
  default void savingAVoidedLinkDoesNotBringItBack() {
    UserId user = anAccountOnFile();
    AccountLink taken = take(added(aLink(user, PASSWORD_RESET)));
    AccountLink later = added(aLink(user, PASSWORD_RESET));

    run(() -> links().save(taken.givenBackBy(taken.attempt().orElseThrow().id())));

    assertThat(find(taken)).isEmpty();
    assertThat(find(later)).contains(later);
  }

  @Test
  default void aLinkThatWasTakenInWorkThatIsUndoneIsFree() {
    AccountLink link = added(aLink(anAccountOnFile(), INVITATION));

    assertThatThrownBy(
            () ->
                write(
                    () -> {
                      take(link);
                      throw new IllegalArgumentException("undo");
                    }))
        .isInstanceOf(IllegalArgumentException.class);

    assertThat(find(link)).contains(link);
  }

  @Test
  default void ofConcurrentAttemptsOneTakesTheLink() {
    AccountLink link = added(aLink(anAccountOnFile(), INVITATION));

    List<Optional<ErrorCode>> refusals =
        Race.of(
            8,
            () -> {
              try {
                take(link);
                return Optional.empty();
              } catch (DomainException refused) {
                return Optional.of(refused.code());
              }
            });

    assertThat(refusals).hasSize(8).containsOnlyOnce(Optional.empty());
    assertThat(refusals).containsOnly(Optional.empty(), Optional.of(AuthError.LINK_IN_USE));
  }

  @Test
  default void everyCallNeedsAUnitOfWork() {
    AccountLink link = aLink(anAccountOnFile(), INVITATION);

    assertNeedsUnitOfWork(() -> links().add(link));
    assertNeedsUnitOfWork(() -> links().lock(link.tokenHash()));
    assertNeedsUnitOfWork(() -> links().save(link));
  }
}
