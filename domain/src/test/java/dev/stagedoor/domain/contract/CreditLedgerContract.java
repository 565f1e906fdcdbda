package dev.stagedoor.domain.contract;

import static dev.stagedoor.domain.contract.RepositoryContract.assertNeedsUnitOfWork;
import static dev.stagedoor.domain.contract.RepositoryContract.assertRefused;
import static dev.stagedoor.domain.fixture.ResellerSamples.aCharge;
import static dev.stagedoor.domain.fixture.ResellerSamples.aClientId;
import static dev.stagedoor.domain.fixture.ResellerSamples.aCreditEntryId;
import static dev.stagedoor.domain.fixture.ResellerSamples.aGrant;
import static dev.stagedoor.domain.fixture.ResellerSamples.aMovement;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.fixture.Race;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.tv.ClientId;
import dev.stagedoor.domain.tv.CreditEntry;
import dev.stagedoor.domain.tv.CreditEntryId;
import dev.stagedoor.domain.tv.CreditKind;
import dev.stagedoor.domain.tv.CreditMovement;
import dev.stagedoor.domain.tv.TvError;
import dev.stagedoor.domain.tv.port.CreditLedger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What every ledger of credits must do. */
public interface CreditLedgerContract extends RepositoryContract {
  CreditLedger credits();

  @Test
  default void whoeverNeverHadCreditsHasNone() {
    UserId account = anAccountOnFile();
    posted(aGrant(anAccountOnFile(), 5));

    assertThat(balance(account)).isZero();
    assertThat(all(account)).isEmpty();
    assertThat(post(aCharge(account, 1))).isEmpty();
    assertThat(all(account)).isEmpty();
    assertThat(posted(aGrant(account, 7)).number()).isEqualTo(1);
  }

  @Test
  default void anEntryComesBackAsItWasPosted() {
    UserId account = anAccountOnFile();
    posted(aGrant(account, 10));
    CreditMovement movement =
        new CreditMovement(
            aCreditEntryId(),
            account,
            CreditKind.CLIENT_CREATED,
            -4,
            "Zoë's \"नमस्ते\"",
            Optional.of(aClientId()),
            Optional.empty(),
            NOW.plusSeconds(1));
    CreditEntry expected =
        new CreditEntry(
            movement.id(),
            account,
            2,
            CreditKind.CLIENT_CREATED,
            -4,
            6,
            "Zoë's \"नमस्ते\"",
            movement.client(),
            Optional.empty(),
            NOW.plusSeconds(1));

    assertThat(post(movement)).contains(expected);

    assertThat(find(movement.id())).contains(expected);
    assertThat(all(account)).first().isEqualTo(expected);
    assertThat(find(aCreditEntryId())).isEmpty();
  }

  @Test
  default void everyKindIsKept() {
    UserId account = anAccountOnFile();
    for (CreditKind kind : CreditKind.values()) {
      assertThat(posted(aMovement(account, kind, 1, NOW)).kind()).isEqualTo(kind);
    }
  }

  @Test
  default void nothingIsTakenThatIsNotThere() {
    UserId account = anAccountOnFile();
    posted(aGrant(account, 10));

    assertThat(post(aCharge(account, 11))).isEmpty();
    assertThat(balance(account)).isEqualTo(10);
    assertThat(all(account)).hasSize(1);
    assertThat(posted(aCharge(account, 10)).balance()).isZero();
    assertThat(post(aCharge(account, 1))).isEmpty();
    assertThat(posted(aGrant(account, 3)).number()).isEqualTo(3);
  }

  @Test
  default void anAccountHoldsNoMoreThanItMay() {
    UserId account = anAccountOnFile();
    posted(aGrant(account, CreditMovement.MOST));

    assertThat(post(aGrant(account, 1))).isEmpty();
    assertThat(balance(account)).isEqualTo(CreditMovement.MOST);
    assertThat(posted(aCharge(account, CreditMovement.MOST)).balance()).isZero();
  }

  @Test
  default void whatWasPostedIsNotPostedAgain() {
    UserId account = anAccountOnFile();
    CreditMovement grant = aGrant(account, 10);
    CreditEntry first = posted(grant);
    CreditMovement charge = aCharge(account, 10);
    CreditEntry second = posted(charge);

    assertThat(post(grant)).contains(first);
    assertThat(post(charge)).contains(second);
    run(
        () -> {
          assertThat(credits().post(List.of(grant))).containsExactly(first);
          assertThat(credits().post(List.of(charge))).containsExactly(second);
        });

    assertThat(balance(account)).isZero();
    assertThat(all(account)).containsExactly(second, first);
  }

  @Test
  default void whatWasPostedIsNotTakenForAnotherMovement() {
    UserId account = anAccountOnFile();
    UserId other = anAccountOnFile();
    CreditMovement grant = aGrant(account, 10);
    CreditMovement charge =
        withClient(aMovement(account, CreditKind.CLIENT_RENEWED, -4, NOW), aClientId());
    posted(grant);
    posted(charge);

    for (CreditMovement another :
        List.of(
            like(grant, account, CreditKind.GRANT, 11),
            like(grant, account, CreditKind.DEDUCTION, 10),
            like(grant, other, CreditKind.GRANT, 10),
            like(charge, account, CreditKind.CLIENT_RENEWED, -5),
            withClient(charge, aClientId()))) {
      assertRefused(TvError.CREDIT_KEY_REUSED, () -> post(another));
    }

    assertThat(balance(account)).isEqualTo(6);
    assertThat(balance(other)).isZero();
    assertThat(all(account)).hasSize(2);
  }

  @Test
  default void aMonthThatCostsNothingIsPostedOnceLikeOthers() {
    UserId account = anAccountOnFile();
    CreditMovement free = aMovement(account, CreditKind.CLIENT_RENEWED, 0, NOW);

    CreditEntry first = posted(free);

    assertThat(first.amount()).isZero();
    assertThat(first.number()).isEqualTo(1);
    assertThat(first.balance()).isZero();
    assertThat(post(free)).contains(first);
    posted(aGrant(account, 3));
    posted(aMovement(account, CreditKind.CLIENT_CREATED, 0, NOW));
    assertThat(balance(account)).isEqualTo(3);
    assertSound(account);
  }

  private static CreditMovement like(
      CreditMovement one, UserId account, CreditKind kind, long amount) {
    return new CreditMovement(
        one.id(), account, kind, amount, one.description(), one.client(), one.actor(), one.at());
  }

  private static CreditMovement withClient(CreditMovement one, ClientId client) {
    return new CreditMovement(
        one.id(),
        one.account(),
        one.kind(),
        one.amount(),
        one.description(),
        Optional.of(client),
        one.actor(),
        one.at());
  }

  @Test
  default void severalAreMovedInOneUnitOfWorkOrNone() {
    UserId account = anAccountOnFile();

    assertThatThrownBy(
            () ->
                run(
                    () -> {
                      credits().post(List.of(aGrant(account, 10)));
                      credits().post(List.of(aCharge(account, 3)));
                      assertThat(credits().balance(account)).isEqualTo(7);
                      throw new UnsupportedOperationException("on purpose");
                    }))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(all(account)).isEmpty();

    run(
        () -> {
          credits().post(List.of(aGrant(account, 10)));
          credits().post(List.of(aCharge(account, 3)));
        });
    assertThat(balance(account)).isEqualTo(7);
    assertSound(account);
  }

  @Test
  default void manyAreMovedAtOnceInTheirOrder() {
    UserId one = anAccountOnFile();
    UserId two = anAccountOnFile();
    UserId fresh = anAccountOnFile();
    posted(aGrant(one, 10));
    CreditEntry before = posted(aGrant(two, 5));
    CreditMovement repeated = like(aGrant(two, 5), before);
    List<CreditMovement> movements =
        List.of(
            aCharge(one, 10),
            aCharge(two, 2),
            aGrant(one, 4),
            repeated,
            aGrant(fresh, 1),
            aCharge(one, 3),
            aCharge(fresh, 1));

    List<CreditEntry> entries = write(() -> credits().post(movements));

    assertThat(entries)
        .extracting(CreditEntry::id, CreditEntry::number, CreditEntry::balance)
        .containsExactlyInAnyOrder(
            tuple(movements.get(0).id(), 2L, 0L),
            tuple(movements.get(1).id(), 2L, 3L),
            tuple(movements.get(2).id(), 3L, 4L),
            tuple(before.id(), 1L, 5L),
            tuple(movements.get(4).id(), 1L, 1L),
            tuple(movements.get(5).id(), 4L, 1L),
            tuple(movements.get(6).id(), 2L, 0L));
    List.of(one, two, fresh).forEach(this::assertSound);
    assertThat(write(() -> credits().find(entries.stream().map(CreditEntry::id).toList())))
        .containsExactlyInAnyOrderElementsOf(entries);
    assertThat(write(() -> credits().post(movements))).containsExactlyInAnyOrderElementsOf(entries);
    assertThat(write(() -> credits().post(List.of()))).isEmpty();
    assertThat(write(() -> credits().find(List.of()))).isEmpty();
  }

  private static CreditMovement like(CreditMovement one, CreditEntry posted) {
    return new CreditMovement(
        posted.id(),
        one.account(),
        one.kind(),
        one.amount(),
        one.description(),
        one.client(),
        one.actor(),
        one.at());
  }

  @Test
  default void whereAnAccountCannotPayAllOfItsOwnNothingOfItIsMoved() {
    UserId poor = anAccountOnFile();
    UserId rich = anAccountOnFile();
    UserId fresh = anAccountOnFile();
    UserId full = anAccountOnFile();
    posted(aGrant(poor, 10));
    posted(aGrant(rich, 100));
    posted(aGrant(full, CreditMovement.MOST));
    CreditMovement paid = aCharge(rich, 7);

    List<CreditEntry> entries =
        write(
            () ->
                credits()
                    .post(
                        List.of(
                            aCharge(poor, 6),
                            paid,
                            aCharge(poor, 6),
                            aGrant(poor, 50),
                            aCharge(fresh, 1),
                            aGrant(fresh, 2),
                            aGrant(full, 1),
                            aCharge(full, 1))));

    assertThat(entries).extracting(CreditEntry::id).containsExactly(paid.id());
    assertThat(balance(poor)).isEqualTo(10);
    assertThat(all(poor)).hasSize(1);
    assertThat(balance(rich)).isEqualTo(93);
    assertThat(all(fresh)).isEmpty();
    assertThat(balance(full)).isEqualTo(CreditMovement.MOST);
    List.of(poor, rich, fresh, full).forEach(this::assertSound);
  }

  @Test
  default void whateverIsMovedTheBalanceIsTheSumAndTheNumbersHaveNoGap() {
    Random random = new Random(11);
    UserId account = anAccountOnFile();
    UserId other = anAccountOnFile();
    long expected = 0;

    for (int i = 0; i < 200; i++) {
      long amount = 1 + random.nextInt(20);
      boolean takes = random.nextInt(3) > 0;
      boolean isThere =
          post(takes ? aCharge(account, amount) : aGrant(account, amount)).isPresent();
      assertThat(isThere).isEqualTo(!takes || amount <= expected);
      expected += isThere ? (takes ? -amount : amount) : 0;
      posted(aGrant(other, 1));
    }

    assertThat(balance(account)).isEqualTo(expected);
    assertSound(account);
    assertThat(balance(other)).isEqualTo(200);
  }

  @Test
  default void ofFiftyAtOnceWithCreditForTwentyExactlyTwentyArePaid() {
    UserId account = anAccountOnFile();
    posted(aGrant(account, 20 * 7 + 6));

    List<Optional<CreditEntry>> paid = Race.of(50, () -> post(aCharge(account, 7)));

    assertThat(paid.stream().filter(Optional::isPresent)).hasSize(20);
    assertThat(balance(account)).isEqualTo(6);
    assertSound(account);
  }

  @Test
  default void theSameFromManyAtOnceIsPostedOnce() {
    UserId account = anAccountOnFile();
    posted(aGrant(account, 100));
    CreditMovement charge = aCharge(account, 7);

    List<Optional<CreditEntry>> answers = Race.of(16, () -> post(charge));

    assertThat(answers).containsOnly(find(charge.id()));
    assertThat(balance(account)).isEqualTo(93);
    assertSound(account);
  }

  @Test
  default void theFirstCreditsOfAnAccountFromManyAtOnceAddUp() {
    UserId account = anAccountOnFile();

    Race.of(16, () -> posted(aGrant(account, 5)));

    assertThat(balance(account)).isEqualTo(80);
    assertSound(account);
  }

  @Test
  default void entriesAreListedTheNewestFirstAndBetweenTwoMoments() {
    UserId account = anAccountOnFile();
    List<CreditEntry> entries = new ArrayList<>();
    for (int second = 0; second < 5; second++) {
      entries.add(0, posted(aMovement(account, CreditKind.GRANT, 1, NOW.plusSeconds(second))));
    }

    assertThat(all(account)).isEqualTo(entries);
    Page<CreditEntry> second =
        write(
            () ->
                credits().list(account, Optional.empty(), Optional.empty(), new PageRequest(2, 2)));
    assertThat(second.items()).isEqualTo(entries.subList(2, 4));
    assertThat(second.total()).isEqualTo(5);
    Page<CreditEntry> between =
        write(
            () ->
                credits()
                    .list(
                        account,
                        Optional.of(NOW.plusSeconds(1)),
                        Optional.of(NOW.plusSeconds(3)),
                        PageRequest.first()));
    assertThat(between.items()).isEqualTo(entries.subList(2, 4));
    assertThat(handedOut(account, Optional.empty())).isEqualTo(entries);
    assertThat(handedOut(account, Optional.of(NOW.plusSeconds(4))))
        .isEqualTo(entries.subList(0, 1));
  }

  @Test
  default void nothingIsDoneOutsideAUnitOfWork() {
    UserId account = anAccountOnFile();

    assertNeedsUnitOfWork(() -> credits().post(List.of(aGrant(account, 1))));
    assertNeedsUnitOfWork(() -> credits().find(List.of(aCreditEntryId())));
    assertNeedsUnitOfWork(() -> credits().balance(account));
    assertNeedsUnitOfWork(
        () -> credits().list(account, Optional.empty(), Optional.empty(), PageRequest.first()));
    assertNeedsUnitOfWork(
        () -> credits().forEach(account, Optional.empty(), Optional.empty(), entry -> {}));
  }

  private Optional<CreditEntry> post(CreditMovement movement) {
    return write(() -> credits().post(List.of(movement))).stream().findFirst();
  }

  private Optional<CreditEntry> find(CreditEntryId id) {
    return write(() -> credits().find(List.of(id))).stream().findFirst();
  }

  private CreditEntry posted(CreditMovement movement) {
    return post(movement).orElseThrow();
  }

  private long balance(UserId account) {
    return write(() -> credits().balance(account));
  }

  private List<CreditEntry> all(UserId account) {
    return write(
            () ->
                credits()
                    .list(
                        account,
                        Optional.empty(),
                        Optional.empty(),
                        new PageRequest(1, PageRequest.MAX_LIMIT)))
        .items();
  }

  private List<CreditEntry> handedOut(UserId account, Optional<Instant> from) {
    List<CreditEntry> entries = new ArrayList<>();
    run(() -> credits().forEach(account, from, Optional.empty(), entries::add));
    return entries;
  }

  /** Each balance is the sum so far, never negative; the numbers count without a gap. */
  private void assertSound(UserId account) {
    List<CreditEntry> entries = new ArrayList<>(all(account));
    Collections.reverse(entries);
    long sum = 0;
    for (CreditEntry entry : entries) {
      sum += entry.amount();
      assertThat(entry.balance()).isEqualTo(sum).isNotNegative();
    }
    assertThat(entries)
        .extracting(CreditEntry::number)
        .isEqualTo(LongStream.rangeClosed(1, entries.size()).boxed().toList());
    assertThat(balance(account)).isEqualTo(sum);
  }
}
