package dev.stagedoor.domain.liveselling;

import static dev.stagedoor.domain.fixture.LiveSellingSamples.aBuyer;
import static dev.stagedoor.domain.fixture.LiveSellingSamples.aShowId;
import static dev.stagedoor.domain.fixture.LiveSellingSamples.aWish;
import static dev.stagedoor.domain.fixture.LiveSellingSamples.anItem;
import static dev.stagedoor.domain.fixture.LiveSellingSamples.priced;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.invoicing.InvoiceId;
import dev.stagedoor.domain.kernel.DomainException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ItemLineTest {
  private final List<Claim> claims = new ArrayList<>();
  private ShowItem item = anItem(aShowId(), 12, 3);

  private ItemLine line() {
    return new ItemLine(item, open());
  }

  private List<Claim> open() {
    return claims.stream()
        .filter(claim -> claim.state() == Claim.State.OPEN)
        .sorted(Comparator.comparing(Claim::place))
        .toList();
  }

  private Claim claim(String who, int quantity, long second) {
    Claim made = line().add(aWish(aBuyer(who), quantity, NOW.plusSeconds(second)), NOW);
    claims.add(made);
    return made;
  }

  private static InvoiceId anInvoice() {
    return new InvoiceId(UUID.randomUUID());
  }

  private List<String> standing() {
    return open().stream()
        .map(claim -> claim.buyer().handle() + " " + claim.granted() + "/" + claim.quantity())
        .toList();
  }

  @Test
  void eachHasWhatThoseBeforeLeave() {
    claim("Ann", 2, 1);
    claim("Bob", 2, 2);
    claim("Cat", 1, 3);

    assertThat(standing()).containsExactly("Ann 2/2", "Bob 1/2", "Cat 0/1");
    assertThat(item.wanted()).isEqualTo(5);
    assertThat(item.granted()).isEqualTo(3);
  }

  @Test
  void nobodyIsServedBeforeSomebodyWhoWasFirstEvenIfItWouldFit() {
    claim("Ann", 5, 1);
    claim("Bob", 1, 2);

    assertThat(standing()).containsExactly("Ann 3/5", "Bob 0/1");
  }

  @Test
  void whoWroteEarlierAndArrivesLaterTakesFromThoseBehind() {
    claim("Bob", 3, 5);
    claim("Cat", 1, 6);
    Claim ann = claim("Ann", 2, 1);

    assertThat(standing()).containsExactly("Ann 2/2", "Bob 1/3", "Cat 0/1");
    assertThat(ann.place().arrival()).isEqualTo(3);
  }

  @Test
  void ofTheSameMomentTheFirstToArriveIsFirst() {
    claim("Ann", 3, 1);
    claim("Bob", 3, 1);

    assertThat(standing()).containsExactly("Ann 3/3", "Bob 0/3");
  }

  @Test
  void placesAreTheSameBeforeAndAfterADatabase() {
    Instant fine = Instant.parse("2025-03-14T09:26:53.123456789Z");
    Claim made = line().add(aWish(aBuyer(), 1, fine), NOW);

    assertThat(made.place().postedAt()).isEqualTo(Instant.parse("2025-03-14T09:26:53.123456Z"));
  }

  @Test
  void thoseBehindMoveUpWhenOneLeaves() {
    Claim ann = claim("Ann", 2, 1);
    claim("Bob", 2, 2);
    claim("Cat", 1, 3);

    line().cancel(ann.id());

    assertThat(ann.state()).isEqualTo(Claim.State.CANCELLED);
    assertThat(ann.granted()).isZero();
    assertThat(standing()).containsExactly("Bob 2/2", "Cat 1/1");
    assertThat(item.wanted()).isEqualTo(3);
  }

  @Test
  void onlyTheEndOfTheLineIsNeededAndOnlyWhatChangesIsTold() {
    claim("Ann", 1, 1);
    Claim bob = claim("Bob", 1, 2);
    Claim cat = claim("Cat", 1, 3);
    Claim dan = claim("Dan", 1, 4);

    ItemLine end = new ItemLine(item, List.of(dan, bob, cat));
    end.cancel(bob.id());

    assertThat(end.changed()).containsExactlyInAnyOrder(bob, dan);
    assertThat(standing()).containsExactly("Ann 1/1", "Cat 1/1", "Dan 1/1");
  }

  @Test
  void whatIsBilledHasLeftTheLine() {
    Claim ann = claim("Ann", 2, 2);
    Claim bob = claim("Bob", 5, 3);
    InvoiceId invoice = anInvoice();

    line().bill(ann.id(), invoice);
    line().bill(bob.id(), invoice);
    claim("Cat", 1, 1);

    assertThat(ann.status()).isEqualTo("billed");
    assertThat(ann.invoice()).contains(invoice);
    assertThat(bob.quantity()).as("what it still waited for is given up").isEqualTo(1);
    assertThat(item.billed()).isEqualTo(3);
    assertThat(item.wanted()).isEqualTo(1);
    assertThat(standing()).containsExactly("Cat 0/1");
  }

  @Test
  void nothingIsBilledThatNobodyHas() {
    claim("Ann", 3, 1);
    Claim bob = claim("Bob", 1, 2);

    assertThatThrownBy(() -> line().bill(bob.id(), anInvoice()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> line().bill(new ClaimId(UUID.randomUUID()), anInvoice()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatIsTakenOffAnInvoiceComesBackToItsPlace() {
    Claim ann = claim("Ann", 3, 1);
    line().bill(ann.id(), anInvoice());
    claim("Bob", 1, 2);
    assertThat(standing()).containsExactly("Bob 0/1");

    line().unbill(ann);

    assertThat(standing()).containsExactly("Ann 3/3", "Bob 0/1");
    assertThat(item.billed()).isZero();
    assertThat(ann.invoice()).isEmpty();
  }

  @Test
  void moreToSellServesThoseWhoWait() {
    claim("Ann", 2, 1);
    claim("Bob", 2, 2);

    line().describe(priced(12, 4, 900));

    assertThat(standing()).containsExactly("Ann 2/2", "Bob 2/2");
  }

  @Test
  void lessToSellIsTakenFromTheLast() {
    claim("Ann", 2, 1);
    claim("Bob", 1, 2);

    line().describe(priced(12, 1, 900));

    assertThat(standing()).containsExactly("Ann 1/2", "Bob 0/1");
    line().describe(priced(12, 0, 900));
    assertThat(standing()).containsExactly("Ann 0/2", "Bob 0/1");
  }

  @Test
  void thereCannotBeLessThanIsOnInvoices() {
    Claim ann = claim("Ann", 2, 1);
    line().bill(ann.id(), anInvoice());

    assertThatThrownBy(() -> line().describe(priced(12, 1, 900)))
        .isInstanceOfSatisfying(
            DomainException.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(LiveSellingError.QUANTITY_BILLED);
              assertThat(refused.facts()).containsEntry("billed", 2);
            });
    line().describe(priced(12, 2, 900));
    assertThat(item.details().quantity()).isEqualTo(2);
  }

  @Test
  void aWishIsForSomethingAndNotForEverything() {
    assertThatThrownBy(() -> aWish(aBuyer(), 0, NOW)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> aWish(aBuyer(), Claim.MAX_QUANTITY + 1, NOW))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aLineThatDoesNotAddUpIsNotGoneOnWith() {
    Claim ann = claim("Ann", 2, 1);
    claim("Bob", 1, 2);
    ShowItem.Snapshot kept = item.snapshot();
    item =
        ShowItem.restore(
            new ShowItem.Snapshot(
                kept.id(),
                kept.show(),
                kept.details(),
                kept.wanted(),
                1,
                kept.billed(),
                kept.arrivals(),
                kept.createdAt()));

    assertThatThrownBy(() -> line().cancel(ann.id())).isInstanceOf(IllegalStateException.class);
  }
}
