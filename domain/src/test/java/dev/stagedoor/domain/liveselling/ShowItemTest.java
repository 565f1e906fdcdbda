package dev.stagedoor.domain.liveselling;

import static dev.stagedoor.domain.fixture.LiveSellingSamples.aBuyer;
import static dev.stagedoor.domain.fixture.LiveSellingSamples.aShowId;
import static dev.stagedoor.domain.fixture.LiveSellingSamples.aWish;
import static dev.stagedoor.domain.fixture.LiveSellingSamples.anItem;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.invoicing.InvoiceId;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Fault;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ShowItemTest {
  private final ShowItem item = anItem(aShowId(), 12, 1);

  private static List<String> faults(int number, String title, long price, int quantity) {
    try {
      var unused = new ShowItem.Details(number, title, Optional.of(price), quantity);
      return List.of();
    } catch (DomainException refused) {
      return refused.faults().stream().map(Fault::field).toList();
    }
  }

  @Test
  void everythingThatIsWrongWithAnItemIsToldAtOnce() {
    assertThat(faults(0, " ", -1, -1)).containsExactly("number", "title", "priceCents", "quantity");
    assertThat(faults(100_000, "x".repeat(201), 100_000_000, 1_000_001))
        .containsExactly("number", "title", "priceCents", "quantity");
    assertThat(faults(1, "x".repeat(200), 0, 0)).isEmpty();
    assertThat(faults(99_999, "x", 99_999_999, 1_000_000)).isEmpty();
  }

  @Test
  void aTitleIsTrimmed() {
    assertThat(new ShowItem.Details(1, "  Vase ", Optional.empty(), 1).title()).isEqualTo("Vase");
  }

  @Test
  void anItemGoesOnlyWhileNobodyWantsIt() {
    item.mustBeUnclaimed();
    Claim claim = new ItemLine(item, List.of()).add(aWish(aBuyer(), 1, NOW), NOW);
    assertClaimed();
    new ItemLine(item, List.of(claim)).bill(claim.id(), new InvoiceId(UUID.randomUUID()));
    assertClaimed();
    new ItemLine(item, List.of()).unbill(claim);
    new ItemLine(item, List.of(claim)).cancel(claim.id());

    item.mustBeUnclaimed();
  }

  private void assertClaimed() {
    assertThatThrownBy(item::mustBeUnclaimed)
        .isInstanceOfSatisfying(
            DomainException.class,
            refused -> assertThat(refused.code()).isEqualTo(LiveSellingError.ITEM_CLAIMED));
  }

  @Test
  void anItemComesBackAsItWasKept() {
    new ItemLine(item, List.of()).add(aWish(aBuyer(), 3, NOW), NOW);

    assertThat(ShowItem.restore(item.snapshot()).snapshot()).isEqualTo(item.snapshot());
    assertThat(item.snapshot().arrivals()).isEqualTo(1);
  }
}
