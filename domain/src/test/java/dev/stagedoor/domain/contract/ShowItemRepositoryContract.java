package dev.stagedoor.domain.contract;

import static dev.stagedoor.domain.contract.RepositoryContract.assertNeedsUnitOfWork;
import static dev.stagedoor.domain.contract.RepositoryContract.assertRefused;
import static dev.stagedoor.domain.fixture.LiveSellingSamples.aBuyer;
import static dev.stagedoor.domain.fixture.LiveSellingSamples.aShowId;
import static dev.stagedoor.domain.fixture.LiveSellingSamples.anItem;
import static dev.stagedoor.domain.fixture.LiveSellingSamples.priced;
import static dev.stagedoor.domain.fixture.LiveSellingSamples.unpriced;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.fixture.Race;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.liveselling.Claim;
import dev.stagedoor.domain.liveselling.ItemId;
import dev.stagedoor.domain.liveselling.ItemLine;
import dev.stagedoor.domain.liveselling.LiveSellingError;
import dev.stagedoor.domain.liveselling.ShowId;
import dev.stagedoor.domain.liveselling.ShowItem;
import dev.stagedoor.domain.liveselling.port.ShowItemRepository;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What every store of a show's items must do. */
public interface ShowItemRepositoryContract extends LiveSellingContract {
  private ShowItemRepository items() {
    return stores().items();
  }

  @Test
  default void anUnknownItemIsAbsent() {
    ShowId show = aShowOnFile();
    anItemOnFile(show, 1, 1);

    assertThat(write(() -> items().lock(new ItemId(UUID.randomUUID())))).isEmpty();
    assertThat(write(() -> items().lockNumbers(show, List.of(2)))).isEmpty();
    assertThat(write(() -> items().lockNumbers(show, List.of()))).isEmpty();
    assertThat(write(() -> items().lockAll(aShowId()))).isEmpty();
  }

  @Test
  default void anItemComesBackAsItWasSaved() {
    ShowId show = aShowOnFile();
    ShowItem dear =
        onFile(
            anItem(
                show,
                new ShowItem.Details(
                    ShowItem.MAX_NUMBER,
                    "Zoë's \"Vase\" नमस्ते",
                    Optional.of(ShowItem.MAX_PRICE),
                    ShowItem.MAX_QUANTITY)));
    ShowItem unpriced = onFile(anItem(show, unpriced(1, 0)));

    assertThat(stored(dear.id()).snapshot()).isEqualTo(dear.snapshot());
    assertThat(stored(unpriced.id()).snapshot()).isEqualTo(unpriced.snapshot());
  }

  @Test
  default void theCountsOfItsClaimsComeBackWithIt() {
    ShowItem item = anItemOnFile(aShowOnFile(), 12, 3);
    Claim billed = claim(item, aBuyer(), 2);
    bill(billed, anInvoiceOnFile(item.show()));
    claim(item, aBuyer(), 4);

    ShowItem stored = stored(item.id());
    assertThat(stored.billed()).isEqualTo(2);
    assertThat(stored.granted()).isEqualTo(1);
    assertThat(stored.wanted()).isEqualTo(4);
    assertThat(stored.snapshot().arrivals()).isEqualTo(2);
  }

  @Test
  default void aChangeNotSavedIsNotSeen() {
    ShowItem item = anItemOnFile(aShowOnFile(), 12, 3);
    run(
        () -> {
          ShowItem mine = items().lock(item.id()).orElseThrow();
          new ItemLine(mine, List.of()).describe(priced(13, 4, 5));
        });

    assertThat(stored(item.id()).snapshot()).isEqualTo(item.snapshot());
  }

  @Test
  default void aSavedChangeReplacesWhatWasStored() {
    ShowItem item = anItemOnFile(aShowOnFile(), 12, 3);
    change(item.id(), line -> line.describe(unpriced(13, 4)));

    assertThat(stored(item.id()).details()).isEqualTo(unpriced(13, 4));
    assertThat(write(() -> items().lockNumbers(item.show(), List.of(12)))).isEmpty();
    assertThat(write(() -> items().lockNumbers(item.show(), List.of(13)))).hasSize(1);
  }

  @Test
  default void itemsAreFoundByNumberInTheirShowOnlyAndComeInTheOrderOfTheirIds() {
    ShowId show = aShowOnFile();
    List<ItemId> all =
        IntStream.rangeClosed(1, 20)
            .mapToObj(number -> anItemOnFile(show, number, 1).id())
            .sorted(Comparator.comparing(id -> id.value().toString()))
            .toList();
    anItemOnFile(aShowOnFile(), 7, 1);

    assertThat(write(() -> items().lockNumbers(show, List.of(9, 7, 7, 21))))
        .extracting(ShowItem::number)
        .containsExactlyInAnyOrder(7, 9);
    assertThat(write(() -> items().lockNumbers(show, IntStream.range(1, 50).boxed().toList())))
        .extracting(ShowItem::id)
        .containsExactlyElementsOf(all);
    assertThat(write(() -> items().lockAll(show)))
        .extracting(ShowItem::id)
        .containsExactlyElementsOf(all);
  }

  @Test
  default void aNumberIsTakenOnceInAShow() {
    ShowItem first = anItemOnFile(aShowOnFile(), 12, 3);
    ShowItem second = anItemOnFile(first.show(), 13, 3);
    ShowItem third = anItem(first.show(), 12, 1);

    assertTaken(() -> onFile(third));
    assertTaken(() -> change(second.id(), line -> line.describe(priced(12, 3, 1))));

    assertThat(write(() -> items().lock(third.id()))).isEmpty();
    assertThat(stored(second.id()).number()).isEqualTo(13);
    anItemOnFile(aShowOnFile(), 12, 3);
  }

  @Test
  default void ofConcurrentItemsOfOneNumberExactlyOneIsThere() {
    ShowId show = aShowOnFile();

    List<Boolean> added =
        Race.of(
            6,
            () -> {
              try {
                anItemOnFile(show, 12, 1);
                return true;
              } catch (DomainException taken) {
                assertThat(taken.code()).isEqualTo(LiveSellingError.ITEM_NUMBER_TAKEN);
                return false;
              }
            });

    assertThat(added).containsOnlyOnce(true);
    assertThat(write(() -> items().lockAll(show))).hasSize(1);
  }

  @Test
  default void aDeletedItemGoesWithItsCancelledClaimsAndOthersStay() {
    ShowItem deleted = anItemOnFile(aShowOnFile(), 12, 3);
    ShowItem other = anItemOnFile(deleted.show(), 13, 3);
    Claim cancelled = claim(deleted, aBuyer(), 1);
    Claim kept = claim(other, aBuyer(), 1);
    change(deleted.id(), line -> line.cancel(cancelled.id()));
    run(() -> items().delete(deleted.id()));
    run(() -> items().delete(deleted.id()));

    assertThat(write(() -> items().lock(deleted.id()))).isEmpty();
    assertThat(write(() -> stores().claims().find(cancelled.id()))).isEmpty();
    assertThat(stored(other.id()).granted()).isEqualTo(1);
    assertThat(stored(kept.id()).granted()).isEqualTo(1);
  }

  @Test
  default void aFailedUnitOfWorkSavesAndDeletesNothing() {
    ShowItem kept = anItemOnFile(aShowOnFile(), 12, 3);
    ShowItem added = anItem(kept.show(), 13, 3);

    assertThatThrownBy(
            () ->
                run(
                    () -> {
                      items().save(added);
                      items().delete(kept.id());
                      throw new UnsupportedOperationException("on purpose");
                    }))
        .isInstanceOf(UnsupportedOperationException.class);

    assertThat(write(() -> items().lockAll(kept.show())))
        .extracting(ShowItem::id)
        .containsExactly(kept.id());
  }

  @Test
  default void claimsUnderALockAreNeverLost() {
    ShowItem item = anItemOnFile(aShowOnFile(), 12, 15);

    Race.of(
        4,
        () -> {
          for (int i = 0; i < 5; i++) {
            claim(item, aBuyer(), 1);
          }
          return true;
        });

    assertThat(stored(item.id()).wanted()).isEqualTo(20);
    assertThat(stored(item.id()).granted()).isEqualTo(15);
    assertThat(write(() -> stores().claims().open(item.id())))
        .extracting(claim -> claim.place().arrival())
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 20).mapToObj(Long::valueOf).toList());
  }

  @Test
  default void nobodyWaitsInACircle() {
    ShowId show = aShowOnFile();
    List<Integer> numbers = IntStream.rangeClosed(1, 6).boxed().toList();
    numbers.forEach(number -> anItemOnFile(show, number, 1));

    List<Integer> locked =
        Race.of(
            4,
            () -> {
              int sum = 0;
              for (int i = 0; i < 10; i++) {
                sum += write(() -> items().lockNumbers(show, numbers)).size();
                sum += write(() -> items().lockAll(show)).size();
              }
              return sum;
            });

    assertThat(locked).containsOnly(120);
  }

  @Test
  default void nothingIsDoneOutsideAUnitOfWork() {
    ShowItem item = anItem(aShowOnFile(), 12, 3);

    assertNeedsUnitOfWork(() -> items().lock(item.id()));
    assertNeedsUnitOfWork(() -> items().lockNumbers(item.show(), List.of(1)));
    assertNeedsUnitOfWork(() -> items().lockAll(item.show()));
    assertNeedsUnitOfWork(() -> items().save(item));
    assertNeedsUnitOfWork(() -> items().delete(item.id()));
  }

  private ShowItem stored(ItemId id) {
    return write(() -> items().lock(id).orElseThrow());
  }

  private static void assertTaken(ThrowingCallable work) {
    assertRefused(LiveSellingError.ITEM_NUMBER_TAKEN, work);
  }
}
