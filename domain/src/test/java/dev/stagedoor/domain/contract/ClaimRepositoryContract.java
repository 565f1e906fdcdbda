package dev.stagedoor.domain.contract;

import static dev.stagedoor.domain.contract.RepositoryContract.assertNeedsUnitOfWork;
import static dev.stagedoor.domain.fixture.LiveSellingSamples.aBuyer;
import static dev.stagedoor.domain.fixture.LiveSellingSamples.aComment;
import static dev.stagedoor.domain.fixture.LiveSellingSamples.aWish;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.invoicing.InvoiceId;
import dev.stagedoor.domain.liveselling.Buyer;
import dev.stagedoor.domain.liveselling.Claim;
import dev.stagedoor.domain.liveselling.ClaimId;
import dev.stagedoor.domain.liveselling.ItemLine;
import dev.stagedoor.domain.liveselling.ShowComment;
import dev.stagedoor.domain.liveselling.ShowId;
import dev.stagedoor.domain.liveselling.ShowItem;
import dev.stagedoor.domain.liveselling.port.ClaimRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of claims must do. */
public interface ClaimRepositoryContract extends LiveSellingContract {
  private ClaimRepository claims() {
    return stores().claims();
  }

  @Test
  default void anUnknownClaimIsAbsent() {
    ShowItem item = anItemOnFile(aShowOnFile(), 12, 1);

    assertThat(write(() -> claims().find(new ClaimId(UUID.randomUUID())))).isEmpty();
    assertThat(write(() -> claims().open(item.id()))).isEmpty();
    assertThat(write(() -> claims().openFrom(item.id(), Instant.EPOCH))).isEmpty();
    assertThat(write(() -> claims().ofBuyer(item.show(), "unknown"))).isEmpty();
  }

  @Test
  default void aClaimComesBackAsItWasSaved() {
    ShowItem item = anItemOnFile(aShowOnFile(), 12, 3);
    Buyer zoe = new Buyer("user \"1\"", "Zoë 💐 नमस्ते");
    ShowComment comment = onFile(aComment(item.show(), zoe));
    Claim read = claim(item.id(), aWish(zoe, Optional.of(comment.id()), 2, NOW.minusSeconds(3)));
    Claim byHand = claim(item, aBuyer(), Claim.MAX_QUANTITY);

    assertThat(stored(read.id()).snapshot()).isEqualTo(read.snapshot());
    assertThat(stored(byHand.id()).snapshot()).isEqualTo(byHand.snapshot());
    assertThat(stored(byHand.id()).granted()).isEqualTo(1);
  }

  @Test
  default void whatHappensToClaimsIsKept() {
    ShowItem item = anItemOnFile(aShowOnFile(), 12, 3);
    Claim first = claim(item, aBuyer(), 2);
    Claim second = claim(item, aBuyer(), 2);
    Claim third = claim(item, aBuyer(), 2);
    InvoiceId invoice = anInvoiceOnFile(item.show());
    bill(second, invoice);
    change(item.id(), line -> line.cancel(first.id()));

    assertThat(stored(first.id()).state()).isEqualTo(Claim.State.CANCELLED);
    assertThat(stored(first.id()).granted()).isZero();
    assertThat(stored(second.id()).state()).isEqualTo(Claim.State.BILLED);
    assertThat(stored(second.id()).invoice()).contains(invoice);
    assertThat(stored(second.id()).quantity()).isEqualTo(1);
    assertThat(stored(third.id()).granted()).isEqualTo(2);

    change(item.id(), line -> line.unbill(stored(second.id())));

    assertThat(stored(second.id()).state()).isEqualTo(Claim.State.OPEN);
    assertThat(stored(second.id()).invoice()).isEmpty();
    assertThat(stored(second.id()).place()).isEqualTo(second.place());
  }

  @Test
  default void newAndChangedClaimsAreSavedTogether() {
    ShowItem item = anItemOnFile(aShowOnFile(), 12, 2);
    Claim late = claim(item.id(), aWish(aBuyer(), 2, NOW));
    Claim early = claim(item.id(), aWish(aBuyer(), 1, NOW.minusSeconds(1)));

    assertThat(stored(early.id()).granted()).isEqualTo(1);
    assertThat(stored(late.id()).granted()).isEqualTo(1);
  }

  @Test
  default void aClaimGivesWayToAnotherOfTheSameBuyerInOneGo() {
    ShowItem item = anItemOnFile(aShowOnFile(), 12, 2);
    Buyer buyer = aBuyer();
    ShowComment second = onFile(aComment(item.show(), buyer));
    ShowComment first = onFile(aComment(item.show(), buyer));
    Claim late = claim(item.id(), aWish(buyer, Optional.of(second.id()), 1, NOW));
    ItemLine.Wish wish = aWish(buyer, Optional.of(first.id()), 2, NOW.minusSeconds(1));
    run(
        () -> {
          ShowItem locked = stores().items().lock(item.id()).orElseThrow();
          ItemLine line = new ItemLine(locked, claims().open(item.id()));
          line.cancel(late.id());
          Claim early = line.add(wish, NOW);
          stores().items().save(locked);
          claims().save(List.of(early, cancelled(line)));
        });

    assertThat(stored(late.id()).state()).isEqualTo(Claim.State.CANCELLED);
    assertThat(stored(wish.id()).granted()).isEqualTo(2);
  }

  private static Claim cancelled(ItemLine line) {
    return line.changed().stream()
        .filter(claim -> claim.state() == Claim.State.CANCELLED)
        .findFirst()
        .orElseThrow();
  }

  @Test
  default void savingNoClaimsDoesNothing() {
    ShowItem item = anItemOnFile(aShowOnFile(), 12, 2);
    run(() -> claims().save(List.of()));

    assertThat(write(() -> claims().open(item.id()))).isEmpty();
  }

  @Test
  default void aWholeLineIsSavedAtOnce() {
    ShowItem item = anItemOnFile(aShowOnFile(), 12, 1_000);
    Buyer buyer = aBuyer();
    change(
        item.id(),
        line -> IntStream.range(0, 1_200).forEach(i -> line.add(aWish(buyer, 1, NOW), NOW)));
    change(item.id(), line -> line.describe(new ShowItem.Details(12, "None", Optional.empty(), 0)));

    List<Claim> open = write(() -> claims().open(item.id()));
    assertThat(open).hasSize(1_200);
    assertThat(open).extracting(Claim::granted).containsOnly(0);
  }

  @Test
  default void openClaimsComeInTheOrderOfTheLine() {
    ShowItem item = anItemOnFile(aShowOnFile(), 12, 9);
    Claim third = claim(item.id(), aWish(aBuyer(), 1, NOW));
    Claim fourth = claim(item.id(), aWish(aBuyer(), 1, NOW));
    Claim first = claim(item.id(), aWish(aBuyer(), 1, NOW.minusSeconds(60)));
    Claim second = claim(item.id(), aWish(aBuyer(), 1, NOW.minusMillis(1)));
    Claim cancelled = claim(item.id(), aWish(aBuyer(), 1, NOW));
    Claim billed = claim(item.id(), aWish(aBuyer(), 1, NOW));
    change(item.id(), line -> line.cancel(cancelled.id()));
    bill(billed, anInvoiceOnFile(item.show()));
    claim(anItemOnFile(item.show(), 13, 9), aBuyer(), 1);

    assertThat(write(() -> claims().open(item.id())))
        .extracting(Claim::id)
        .containsExactly(first.id(), second.id(), third.id(), fourth.id());
    assertThat(write(() -> claims().openFrom(item.id(), NOW)))
        .extracting(Claim::id)
        .containsExactly(third.id(), fourth.id());
    assertThat(write(() -> claims().openFrom(item.id(), NOW.minusMillis(1))))
        .extracting(Claim::id)
        .containsExactly(second.id(), third.id(), fourth.id());
    assertThat(write(() -> claims().openFrom(item.id(), NOW.plusMillis(1)))).isEmpty();
  }

  @Test
  default void aBuyersClaimsAreThoseOpenOrBilledInThatShow() {
    ShowId show = aShowOnFile();
    ShowItem item = anItemOnFile(show, 12, 2);
    Buyer buyer = aBuyer();
    Claim billed = claim(item, buyer, 1);
    Claim open = claim(anItemOnFile(show, 13, 2), buyer, 1);
    Claim waiting = claim(anItemOnFile(show, 14, 0), buyer, 1);
    Claim cancelled = claim(item, buyer, 1);
    bill(billed, anInvoiceOnFile(show));
    change(item.id(), line -> line.cancel(cancelled.id()));
    claim(item, aBuyer(), 1);
    claim(anItemOnFile(aShowOnFile(), 12, 2), buyer, 1);

    assertThat(write(() -> claims().ofBuyer(show, buyer.userId())))
        .extracting(Claim::id)
        .containsExactlyInAnyOrder(billed.id(), open.id(), waiting.id());
  }

  @Test
  default void aChangeNotSavedIsNotSeen() {
    ShowItem item = anItemOnFile(aShowOnFile(), 12, 2);
    Claim claim = claim(item, aBuyer(), 2);
    run(
        () -> {
          ShowItem mine = stores().items().lock(item.id()).orElseThrow();
          new ItemLine(mine, claims().open(item.id())).cancel(claim.id());
          ShowItem again = stores().items().lock(item.id()).orElseThrow();
          new ItemLine(again, claims().openFrom(item.id(), NOW)).cancel(claim.id());
        });

    assertThat(stored(claim.id()).snapshot()).isEqualTo(claim.snapshot());
  }

  @Test
  default void aFailedUnitOfWorkSavesNothing() {
    ShowItem item = anItemOnFile(aShowOnFile(), 12, 2);
    Claim kept = claim(item, aBuyer(), 1);

    assertThatThrownBy(
            () ->
                change(
                    item.id(),
                    line -> {
                      line.cancel(kept.id());
                      line.add(aWish(aBuyer(), 1, NOW), NOW);
                      run(() -> claims().save(line.changed()));
                      throw new UnsupportedOperationException("on purpose");
                    }))
        .isInstanceOf(UnsupportedOperationException.class);

    assertThat(write(() -> claims().open(item.id())))
        .extracting(Claim::id)
        .containsExactly(kept.id());
  }

  @Test
  default void nothingIsDoneOutsideAUnitOfWork() {
    ShowItem item = anItemOnFile(aShowOnFile(), 12, 2);
    Claim claim = claim(item, aBuyer(), 1);

    assertNeedsUnitOfWork(() -> claims().find(claim.id()));
    assertNeedsUnitOfWork(() -> claims().openFrom(item.id(), NOW));
    assertNeedsUnitOfWork(() -> claims().open(item.id()));
    assertNeedsUnitOfWork(() -> claims().ofBuyer(item.show(), "1"));
    assertNeedsUnitOfWork(() -> claims().save(List.of(claim)));
  }
}
