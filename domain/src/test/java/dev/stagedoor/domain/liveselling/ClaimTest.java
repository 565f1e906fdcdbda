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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ClaimTest {
  private final ShowItem item = anItem(aShowId(), 12, 1);
  private final Claim first =
      new ItemLine(item, List.of()).add(aWish(aBuyer(), Optional.of("c-1"), 1, NOW), NOW);
  private final Claim second =
      new ItemLine(item, List.of(first)).add(aWish(aBuyer(), 1, NOW.plusSeconds(1)), NOW);

  @Test
  void aClaimIsActiveWithPiecesAndWaitsWithoutAny() {
    assertThat(first.status()).isEqualTo("active");
    assertThat(first.comment()).contains("c-1");
    assertThat(second.status()).isEqualTo("waiting");
    assertThat(second.comment()).isEmpty();
  }

  @Test
  void whatIsOnAnInvoiceIsNotTouched() {
    first.mustNotBeBilled();
    new ItemLine(item, List.of(first, second)).bill(first.id(), new InvoiceId(UUID.randomUUID()));

    assertThat(first.status()).isEqualTo("billed");
    assertThatThrownBy(first::mustNotBeBilled)
        .isInstanceOfSatisfying(
            DomainException.class,
            refused -> assertThat(refused.code()).isEqualTo(LiveSellingError.CLAIM_BILLED));
  }

  @Test
  void aCancelledClaimHasNothing() {
    new ItemLine(item, List.of(first, second)).cancel(first.id());

    assertThat(first.status()).isEqualTo("cancelled");
    assertThat(first.granted()).isZero();
    assertThat(second.status()).isEqualTo("active");
  }

  @Test
  void aClaimComesBackAsItWasKept() {
    assertThat(Claim.restore(first.snapshot()).snapshot()).isEqualTo(first.snapshot());
  }

  @Test
  void placesAreByTimeAndThenByArrival() {
    Place early = new Place(NOW.minusSeconds(1), 9);
    Place firstOfNow = new Place(NOW, 1);
    Place secondOfNow = new Place(NOW, 2);
    Place late = new Place(NOW.plusNanos(1_000), 1);

    assertThat(Stream.of(secondOfNow, late, firstOfNow, early).sorted().toList())
        .containsExactly(early, firstOfNow, secondOfNow, late);
  }
}
