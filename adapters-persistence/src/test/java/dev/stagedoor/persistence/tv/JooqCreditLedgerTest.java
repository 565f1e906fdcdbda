package dev.stagedoor.persistence.tv;

import static dev.stagedoor.domain.fixture.ResellerSamples.aCharge;
import static dev.stagedoor.domain.fixture.ResellerSamples.aGrant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.contract.CreditLedgerContract;
import dev.stagedoor.domain.fixture.Race;
import dev.stagedoor.domain.tv.CreditEntry;
import dev.stagedoor.domain.tv.CreditMovement;
import dev.stagedoor.domain.tv.port.CreditLedger;
import dev.stagedoor.persistence.TestPersistence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JooqCreditLedgerTest implements CreditLedgerContract {
  @RegisterExtension static final TestPersistence OPEN = new TestPersistence();

  @Override
  public CreditLedger credits() {
    return OPEN.ports().tv().credits();
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return OPEN.write(work);
  }

  private Optional<CreditEntry> shared(CreditMovement movement) {
    return OPEN.ports().unitOfWork().writeShared(() -> credits().post(List.of(movement))).stream()
        .findFirst();
  }

  @Test
  void ofFiftyWhoShareTheirCommitsWithCreditForTwentyExactlyTwentyArePaid() {
    UserId account = anAccountOnFile();
    run(() -> credits().post(List.of(aGrant(account, 20))));

    List<Optional<CreditEntry>> paid = Race.of(50, () -> shared(aCharge(account, 1)));

    assertThat(paid.stream().filter(Optional::isPresent)).hasSize(20);
    assertThat(write(() -> credits().balance(account))).isZero();
  }

  @Test
  void theSameFromManyWhoShareTheirCommitsIsPostedOnce() {
    UserId account = anAccountOnFile();
    CreditMovement grant = aGrant(account, 5);

    assertThat(Race.of(20, () -> shared(grant)))
        .containsOnly(write(() -> credits().find(List.of(grant.id()))).stream().findFirst());

    assertThat(write(() -> credits().balance(account))).isEqualTo(5);
  }

  @Test
  void moreEntriesThanAreReadAtOnceAreAllHandedOut() {
    UserId account = anAccountOnFile();
    run(
        () -> {
          for (int i = 0; i < 1200; i++) {
            credits().post(List.of(aGrant(account, 1)));
          }
        });
    List<Long> numbers = new ArrayList<>();

    run(
        () ->
            credits()
                .forEach(
                    account,
                    Optional.empty(),
                    Optional.empty(),
                    entry -> numbers.add(entry.number())));

    assertThat(numbers).hasSize(1200).startsWith(1200L, 1199L).endsWith(2L, 1L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update credit_entries set amount = amount + 1",
        "delete from credit_entries",
        "truncate credit_entries"
      })
  void theDatabaseLetsNobodyChangeTheLedger(String sql) {
    run(() -> credits().post(List.of(aGrant(anAccountOnFile(), 1))));

    assertThatThrownBy(() -> OPEN.database().run(sql))
        .hasRootCauseMessage(
            "ERROR: entries of the ledger are added, never changed or removed\n"
                + "  Where: PL/pgSQL function refuse_to_change_the_ledger() line 3 at RAISE");
  }

  @Test
  void theDatabaseLetsNoAccountFallBelowZero() {
    UserId account = anAccountOnFile();
    run(() -> credits().post(List.of(aGrant(account, 1))));

    assertThatThrownBy(() -> OPEN.database().run("update credit_accounts set balance = -1"))
        .rootCause()
        .hasMessageContaining("credit_accounts_balance_check");
  }
}
