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
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.auth.port.AccountLinkRepository;
import dev.stagedoor.domain.fixture.Race;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link AccountLinkRepository} must do. */
public interface AccountLinkRepositoryContract extends RepositoryContract {
  AccountLinkRepository links();

  private AccountLink added(AccountLink link) {
    run(() -> links().add(link));
    return link;
  }

  private Optional<AccountLink> findUsable(AccountLink link, Instant now) {
    return write(() -> links().findUsable(link.tokenHash(), now));
  }

  private Optional<AccountLink> use(AccountLink link, Instant now) {
    return write(() -> links().use(link.tokenHash(), now));
  }

  @Test
  default void aLinkIsUsedOnce() {
    AccountLink link = added(aLink(anAccountOnFile(), INVITATION));

    assertThat(use(link, NOW)).contains(link);
    assertThat(use(link, NOW)).isEmpty();
    assertThat(findUsable(link, NOW)).isEmpty();
  }

  @Test
  default void lookingAtALinkDoesNotUseIt() {
    AccountLink link = added(aLink(anAccountOnFile(), PASSWORD_RESET));

    assertThat(findUsable(link, NOW)).contains(link);
    assertThat(findUsable(link, NOW)).contains(link);
    assertThat(use(link, NOW)).contains(link);
  }

  @Test
  default void anUnknownLinkIsEmpty() {
    added(aLink(anAccountOnFile(), INVITATION));

    assertThat(write(() -> links().findUsable(aTokenHash(), NOW))).isEmpty();
    assertThat(write(() -> links().use(aTokenHash(), NOW))).isEmpty();
  }

  @Test
  default void aLinkWorksUntilItsTimeIsOver() {
    AccountLink link = added(aLink(anAccountOnFile(), PASSWORD_RESET));

    assertThat(findUsable(link, link.expiresAt())).isEmpty();
    assertThat(use(link, link.expiresAt())).isEmpty();
    assertThat(findUsable(link, link.expiresAt().minusMillis(1))).contains(link);
    assertThat(use(link, link.expiresAt().minusMillis(1))).contains(link);
  }

  @Test
  default void aNewLinkVoidsTheEarlierOneForTheSamePurpose() {
    UserId user = anAccountOnFile();
    AccountLink earlier = added(aLink(user, PASSWORD_RESET));
    AccountLink later = added(aLink(user, PASSWORD_RESET));

    assertThat(findUsable(earlier, NOW)).isEmpty();
    assertThat(use(earlier, NOW)).isEmpty();
    assertThat(use(later, NOW)).contains(later);
  }

  @Test
  default void aNewLinkLeavesOtherPurposesAndOtherUsersAlone() {
    UserId user = anAccountOnFile();
    AccountLink otherPurpose = added(aLink(user, INVITATION));
    AccountLink otherUser = added(aLink(anAccountOnFile(), PASSWORD_RESET));
    added(aLink(user, PASSWORD_RESET));

    assertThat(findUsable(otherPurpose, NOW)).contains(otherPurpose);
    assertThat(findUsable(otherUser, NOW)).contains(otherUser);
  }

  @Test
  default void aUsedLinkThatIsAddedAgainWorksOnceMore() {
    AccountLink link = added(aLink(anAccountOnFile(), INVITATION));
    use(link, NOW);

    added(link);

    assertThat(use(link, NOW)).contains(link);
    assertThat(use(link, NOW)).isEmpty();
  }

  @Test
  default void aUseThatIsUndoneLeavesTheLinkUsable() {
    AccountLink link = added(aLink(anAccountOnFile(), INVITATION));

    assertThatThrownBy(
            () ->
                write(
                    () -> {
                      assertThat(links().use(link.tokenHash(), NOW)).contains(link);
                      throw new IllegalArgumentException("undo");
                    }))
        .isInstanceOf(IllegalArgumentException.class);

    assertThat(use(link, NOW)).contains(link);
  }

  @Test
  default void ofConcurrentUsesOneGetsTheLink() {
    AccountLink link = added(aLink(anAccountOnFile(), INVITATION));

    List<Optional<AccountLink>> uses = Race.of(8, () -> use(link, NOW));

    assertThat(uses).containsOnlyOnce(Optional.of(link)).hasSize(8);
    assertThat(uses.stream().filter(Optional::isEmpty)).hasSize(7);
  }

  @Test
  default void everyCallNeedsAUnitOfWork() {
    AccountLink link = aLink(anAccountOnFile(), INVITATION);

    assertNeedsUnitOfWork(() -> links().add(link));
    assertNeedsUnitOfWork(() -> links().use(link.tokenHash(), NOW));
    assertNeedsUnitOfWork(() -> links().findUsable(link.tokenHash(), NOW));
  }
}
