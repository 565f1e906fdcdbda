package dev.stagedoor.application.tv;

import static dev.stagedoor.application.fake.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.audit.AuditEntry;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.fixture.Race;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.tv.CreditEntry;
import dev.stagedoor.domain.tv.CreditKind;
import dev.stagedoor.domain.tv.CreditMovement;
import dev.stagedoor.domain.tv.TvError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CreditServiceTest {
  private static final Optional<String> KEY = Optional.of("purchase-67890");

  private final Lounge lounge = new Lounge();
  private final CreditService credits = lounge.house.stagedoor().credits();
  private final Actor admin = lounge.house.admin().actor();
  private final Actor reseller = lounge.reseller(0);
  private final UserId account = reseller.userId();

  private List<AuditEntry> audited() {
    return lounge
        .house
        .unitOfWork()
        .read(
            () ->
                lounge
                    .house
                    .auditLog()
                    .list(Optional.of(admin.userId()), Optional.of(account.value()), all())
                    .items());
  }

  private static PageRequest all() {
    return new PageRequest(1, 100);
  }

  private List<CreditEntry> entries() {
    return credits.list(reseller, Optional.empty(), Optional.empty(), all()).items();
  }

  @Test
  void whatAnAdminGivesIsThereAndOnTheRecord() {
    MovedCredits moved = credits.add(admin, account, 10_000, "Invoice 17", Optional.empty());

    assertThat(moved.creditsBalance()).isEqualTo(10_000);
    assertThat(entries())
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry).isEqualTo(moved.entry());
              assertThat(entry.kind()).isEqualTo(CreditKind.GRANT);
              assertThat(entry.actor()).contains(admin.userId());
              assertThat(entry.description()).isEqualTo("Invoice 17");
            });
    assertThat(audited())
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.action()).isEqualTo("credits.added");
              assertThat(entry.reason()).isEqualTo("Invoice 17");
              assertThat(entry.before()).isEqualTo(Map.of("balance", "0"));
              assertThat(entry.after()).isEqualTo(Map.of("balance", "10000"));
            });
  }

  @Test
  void whatAnAdminTakesBackIsGone() {
    MovedCredits unused = credits.add(admin, account, 100, "", Optional.empty());

    MovedCredits moved = credits.deduct(admin, account, 30, "Too many", Optional.empty());

    assertThat(moved.entry().amount()).isEqualTo(-30);
    assertThat(moved.creditsBalance()).isEqualTo(70);
    assertThat(audited())
        .extracting(AuditEntry::action)
        .containsExactlyInAnyOrder("credits.added", "credits.deducted");
  }

  @Test
  void moreThanThereIsIsNotTaken() {
    MovedCredits unused = credits.add(admin, account, 100, "", Optional.empty());

    assertRefused(
        TvError.INSUFFICIENT_CREDITS,
        () -> credits.deduct(admin, account, 101, "", Optional.empty()));

    assertThat(entries()).hasSize(1);
    assertThat(audited()).hasSize(1);
    assertThat(lounge.house.unitOfWork().failures()).as("works of others, undone").isZero();
  }

  @Test
  void theSameKeyMovesOnceAndIsOnTheRecordOnce() {
    MovedCredits first = credits.add(admin, account, 100, "", KEY);

    List<MovedCredits> again = Race.of(20, () -> credits.add(admin, account, 100, "", KEY));

    assertThat(new HashSet<>(again)).containsExactly(first);
    assertThat(entries()).hasSize(1);
    assertThat(audited()).hasSize(1);
    MovedCredits deducted = credits.deduct(admin, account, 40, "", KEY);
    assertThat(credits.deduct(admin, account, 40, "", KEY)).isEqualTo(deducted);
    assertThat(deducted.creditsBalance()).isEqualTo(60);
  }

  @Test
  void theSameKeyIsNotTakenForAnotherAmountHoweverLate() {
    MovedCredits first = credits.add(admin, account, 100, "", KEY);
    MovedCredits deducted = credits.deduct(admin, account, 40, "", KEY);
    lounge.house.clock().advance(Duration.ofDays(40));

    assertRefused(TvError.CREDIT_KEY_REUSED, () -> credits.add(admin, account, 101, "", KEY));
    assertRefused(TvError.CREDIT_KEY_REUSED, () -> credits.deduct(admin, account, 41, "", KEY));

    assertThat(credits.add(admin, account, 100, "", KEY)).isEqualTo(first);
    assertThat(entries()).containsExactly(deducted.entry(), first.entry());
    assertThat(audited()).hasSize(2);
  }

  @Test
  void theSameKeyGivesTwoAccountsTheirsEach() {
    Actor other = lounge.reseller(0);

    MovedCredits mine = credits.add(admin, account, 100, "", KEY);
    MovedCredits theirs = credits.add(admin, other.userId(), 100, "", KEY);

    assertThat(theirs.entry().id()).isNotEqualTo(mine.entry().id());
    assertThat(theirs.creditsBalance()).isEqualTo(100);
  }

  @Test
  void onlySensibleAmountsAreMoved() {
    for (long amount : new long[] {0, -1, Long.MIN_VALUE, CreditMovement.MOST + 1}) {
      assertRefused(CommonError.INVALID_VALUE, () -> credits.add(admin, account, amount, "", KEY));
      assertRefused(
          CommonError.INVALID_VALUE, () -> credits.deduct(admin, account, amount, "", KEY));
    }
    MovedCredits unused = credits.add(admin, account, CreditMovement.MOST, "", Optional.empty());
    assertRefused(
        CommonError.INVALID_VALUE, () -> credits.add(admin, account, 1, "", Optional.empty()));
  }

  @Test
  void anAccountThatIsNotThereIsGivenNothing() {
    assertRefused(
        CommonError.NOT_FOUND, () -> credits.add(admin, new UserId(UUID.randomUUID()), 1, "", KEY));
  }

  @Test
  void onlyAdminsMoveCreditsAndOnlyResellersSeeTheirs() {
    assertRefused(CommonError.NOT_ALLOWED, () -> credits.add(reseller, account, 1, "", KEY));
    assertRefused(CommonError.NOT_ALLOWED, () -> credits.deduct(reseller, account, 1, "", KEY));
    assertRefused(
        CommonError.NOT_ALLOWED,
        () -> credits.list(lounge.viewer, Optional.empty(), Optional.empty(), all()));
    assertRefused(
        CommonError.NOT_ALLOWED,
        () -> credits.export(admin, Optional.empty(), Optional.empty(), entry -> {}));
    assertThat(entries()).isEmpty();
  }

  @Test
  void aTimeIsListedAndHandedOutAlike() {
    for (int day = 0; day < 5; day++) {
      MovedCredits unused = credits.add(admin, account, 10, "Day " + day, Optional.empty());
      lounge.house.clock().advance(Duration.ofDays(1));
    }
    var end = Optional.of(lounge.house.clock().instant().minus(Duration.ofDays(1)));
    var begin = Optional.of(lounge.house.clock().instant().minus(Duration.ofDays(3)));
    List<CreditEntry> exported = new ArrayList<>();

    credits.export(reseller, begin, end, exported::add);

    assertThat(exported)
        .extracting(CreditEntry::description)
        .containsExactlyInAnyOrder("Day 2", "Day 3");
    assertThat(credits.list(reseller, begin, end, all()).items())
        .containsExactlyInAnyOrderElementsOf(exported);
  }
}
