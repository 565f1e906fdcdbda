package dev.stagedoor.application.contract;

import static dev.stagedoor.domain.contract.RepositoryContract.assertNeedsUnitOfWork;
import static dev.stagedoor.domain.fixture.AccountBuilder.anAccount;
import static dev.stagedoor.domain.fixture.Samples.aUserId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.notifications.Recipient;
import dev.stagedoor.application.port.RecipientQueries;
import dev.stagedoor.domain.auth.Account;
import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.auth.port.AccountRepository;
import dev.stagedoor.domain.contract.RepositoryContract;
import dev.stagedoor.domain.fixture.AccountBuilder;
import dev.stagedoor.domain.notifications.Addressees;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What everybody who finds an audience must do. */
public interface RecipientQueriesContract extends RepositoryContract {
  Instant EVER = Instant.parse("2300-01-01T00:00:00Z");

  RecipientQueries recipients();

  AccountRepository accounts();

  @Test
  default void peopleAreFoundByTheirIdsAsTheyAre() {
    Account zoe = onFile(anAccount().called("Zoë", "").active().build());
    Account gone = onFile(AccountBuilder.suspended(anAccount().active().build()));
    Account invited = onFile(anAccount().invited().build());
    Account unfinished = onFile(anAccount().build());
    Addressees audience =
        Addressees.of(List.of(zoe.id(), gone.id(), invited.id(), unfinished.id(), aUserId()));

    assertThat(all(audience, 100))
        .containsExactlyElementsOf(
            Stream.of(zoe, gone, invited)
                .sorted(Comparator.comparing(account -> account.id().value().toString()))
                .map(Recipient::of)
                .toList());
    assertThat(write(() -> recipients().count(audience, EVER))).isEqualTo(3);
    assertThat(all(audience, 100))
        .filteredOn(one -> one.id().equals(zoe.id()))
        .containsExactly(new Recipient(zoe.id(), zoe.email(), "Zoë", zoe.language(), true));
    assertThat(all(audience, 100)).filteredOn(Recipient::isActive).hasSize(1);
  }

  @Test
  default void stepsOfAnySizeComeToEverybodyOnce() {
    List<UserId> made =
        Stream.generate(() -> onFile(anAccount().active().build()).id()).limit(7).toList();
    Addressees audience = Addressees.of(made);

    for (int step : List.of(1, 3, 7, 100)) {
      assertThat(all(audience, step))
          .extracting(Recipient::id)
          .containsExactlyInAnyOrderElementsOf(made);
    }
  }

  @Test
  default void aRoleIsThoseWhoHaveItAndEverybodyIsAll() {
    Account reseller = onFile(anAccount().being(Role.RESELLER).active().build());
    Account user = onFile(anAccount().being(Role.USER).active().build());
    List<UserId> mine = List.of(reseller.id(), user.id());

    assertThat(all(Addressees.of(Role.RESELLER), 1000))
        .extracting(Recipient::id)
        .filteredOn(mine::contains)
        .containsExactly(reseller.id());
    assertThat(all(Addressees.everybody(), 1000))
        .extracting(Recipient::id)
        .filteredOn(mine::contains)
        .containsExactlyInAnyOrderElementsOf(mine);
    assertThat(write(() -> recipients().count(Addressees.everybody(), EVER)))
        .isEqualTo(all(Addressees.everybody(), 1000).size());
  }

  @Test
  default void everybodyIsCountedByTheirRoles() {
    Instant before = Instant.parse("1999-01-01T00:00:00Z");
    Account reseller = onFile(anAccount().being(Role.RESELLER).active().build());
    onFile(anAccount().being(Role.RESELLER).build());

    Map<Role, Long> counted = write(() -> recipients().countByRole(EVER));

    assertThat(counted).containsKey(reseller.role());
    counted.forEach(
        (role, people) ->
            assertThat(people)
                .isEqualTo(write(() -> recipients().count(Addressees.of(role), EVER))));
    assertThat(counted.values().stream().mapToLong(Long::longValue).sum())
        .isEqualTo(write(() -> recipients().count(Addressees.everybody(), EVER)));
    assertThat(write(() -> recipients().countByRole(before))).isEmpty();
  }

  @Test
  default void whoCameLaterIsNotAmongThem() {
    Account one = onFile(anAccount().active().build());
    Addressees audience = Addressees.of(List.of(one.id()));

    assertThat(write(() -> recipients().count(audience, one.createdAt()))).isEqualTo(1);
    assertThat(write(() -> recipients().count(audience, one.createdAt().minusMillis(1)))).isZero();
    assertThat(
            write(
                () ->
                    recipients()
                        .next(audience, one.createdAt().minusMillis(1), Optional.empty(), 10)))
        .isEmpty();
  }

  @Test
  default void nothingIsAskedOutsideAUnitOfWork() {
    assertNeedsUnitOfWork(() -> recipients().count(Addressees.everybody(), EVER));
    assertNeedsUnitOfWork(() -> recipients().countByRole(EVER));
    assertNeedsUnitOfWork(
        () -> recipients().next(Addressees.everybody(), EVER, Optional.empty(), 1));
  }

  private List<Recipient> all(Addressees audience, int step) {
    List<Recipient> found = new ArrayList<>();
    Optional<UserId> last = Optional.empty();
    List<Recipient> some;
    do {
      Optional<UserId> after = last;
      some = write(() -> recipients().next(audience, EVER, after, step));
      found.addAll(some);
      last = some.isEmpty() ? last : Optional.of(some.get(some.size() - 1).id());
    } while (!some.isEmpty());
    return found;
  }

  private Account onFile(Account account) {
    run(() -> accounts().save(account));
    return account;
  }
}
