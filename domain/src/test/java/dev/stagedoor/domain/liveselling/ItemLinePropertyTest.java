package dev.stagedoor.domain.liveselling;

import static dev.stagedoor.domain.fixture.LiveSellingSamples.aBuyer;
import static dev.stagedoor.domain.fixture.LiveSellingSamples.aShowId;
import static dev.stagedoor.domain.fixture.LiveSellingSamples.aWish;
import static dev.stagedoor.domain.fixture.LiveSellingSamples.anItem;
import static dev.stagedoor.domain.fixture.LiveSellingSamples.priced;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.invoicing.InvoiceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever is claimed, cancelled, billed and taken back, in any order. */
class ItemLinePropertyTest {
  private record Asked(int quantity, int second) {}

  /** Something that happens to an item and its claims; {@code pick} says to which of them. */
  private record Step(int kind, Asked asked, int pick) {}

  @Provide
  Arbitrary<Asked> asked() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 4), Arbitraries.integers().between(0, 9))
        .as(Asked::new);
  }

  @Provide
  Arbitrary<Step> steps() {
    return Combinators.combine(
            // Claims come more often than anything else.
            Arbitraries.of(0, 0, 0, 1, 2, 3, 4), asked(), Arbitraries.integers().between(0, 99))
        .as(Step::new);
  }

  /** An item with all its claims, each step on what of the line it needs, as services do. */
  private static final class Sale {
    private final ShowItem item;
    private final List<Claim> claims = new ArrayList<>();

    private Sale(int quantity) {
      item = anItem(aShowId(), 12, quantity);
    }

    private List<Claim> in(Claim.State state) {
      return claims.stream()
          .filter(claim -> claim.state() == state)
          .sorted(Comparator.comparing(Claim::place))
          .toList();
    }

    private ItemLine from(Instant time) {
      return new ItemLine(
          item,
          in(Claim.State.OPEN).stream()
              .filter(claim -> !claim.place().postedAt().isBefore(time))
              .toList());
    }

    private ItemLine whole() {
      return new ItemLine(item, in(Claim.State.OPEN));
    }

    private Claim claim(Asked asked) {
      Instant at = NOW.plusSeconds(asked.second());
      Claim made = from(at).add(aWish(aBuyer(), asked.quantity(), at), NOW);
      claims.add(made);
      return made;
    }

    private void happen(Step step) {
      switch (step.kind()) {
        case 0 -> claim(step.asked());
        case 1 ->
            pick(in(Claim.State.OPEN), step)
                .ifPresent(claim -> from(claim.place().postedAt()).cancel(claim.id()));
        case 2 ->
            pick(in(Claim.State.OPEN), step)
                .filter(claim -> claim.granted() > 0)
                .ifPresent(
                    claim ->
                        from(claim.place().postedAt())
                            .bill(claim.id(), new InvoiceId(UUID.randomUUID())));
        case 3 -> pick(in(Claim.State.BILLED), step).ifPresent(claim -> whole().unbill(claim));
        case 4 ->
            whole().describe(priced(12, item.billed() + step.pick() % 8, step.asked().second()));
        default -> throw new IllegalArgumentException("no step " + step.kind());
      }
    }

    private static Optional<Claim> pick(List<Claim> of, Step step) {
      return of.isEmpty() ? Optional.empty() : Optional.of(of.get(step.pick() % of.size()));
    }

    /** Works out by the formula alone what everybody must have. */
    private void mustBeFair() {
      long ahead = 0;
      int toGive = item.details().quantity() - item.billed();
      for (Claim claim : in(Claim.State.OPEN)) {
        assertThat((long) claim.granted())
            .isEqualTo(Math.min(claim.quantity(), Math.max(0, toGive - ahead)));
        ahead += claim.quantity();
      }
      assertThat(item.wanted()).isEqualTo(ahead);
      assertThat(item.granted()).isEqualTo(granted(Claim.State.OPEN));
      assertThat(item.billed()).isEqualTo(granted(Claim.State.BILLED));
      assertThat(item.granted() + item.billed()).isLessThanOrEqualTo(item.details().quantity());
      assertThat(granted(Claim.State.CANCELLED)).isZero();
    }

    private int granted(Claim.State state) {
      return in(state).stream().mapToInt(Claim::granted).sum();
    }
  }

  @Property
  void nothingIsSoldTwiceAndNobodyIsPassedOver(
      @ForAll @IntRange(max = 12) int quantity,
      @ForAll @Size(max = 40) List<@From("steps") Step> steps) {
    Sale sale = new Sale(quantity);
    for (Step step : steps) {
      Map<ClaimId, Integer> billed =
          sale.in(Claim.State.BILLED).stream().collect(Collectors.toMap(Claim::id, Claim::granted));

      sale.happen(step);

      sale.mustBeFair();
      if (step.kind() != 3) {
        assertThat(
                sale.in(Claim.State.BILLED).stream()
                    .collect(Collectors.toMap(Claim::id, Claim::granted)))
            .as("what is on invoices is never taken back")
            .containsAllEntriesOf(billed);
      }
    }
  }

  @Property
  void whoHasWhatDoesNotDependOnTheOrderOfArrival(
      @ForAll @IntRange(max = 12) int quantity,
      @ForAll @Size(max = 12) List<@IntRange(min = 1, max = 4) Integer> wanted,
      @ForAll Random random) {
    // One claim a second: of the same moment, the order of arrival is all there is.
    List<Asked> asked =
        IntStream.range(0, wanted.size()).mapToObj(i -> new Asked(wanted.get(i), i)).toList();
    List<Asked> otherOrder = new ArrayList<>(asked);
    Collections.shuffle(otherOrder, random);

    assertThat(granted(quantity, otherOrder)).isEqualTo(granted(quantity, asked));
  }

  private static List<Integer> granted(int quantity, List<Asked> asked) {
    Sale sale = new Sale(quantity);
    asked.forEach(sale::claim);
    return sale.in(Claim.State.OPEN).stream().map(Claim::granted).toList();
  }
}
