package dev.stagedoor.application.tv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.tv.Recommendation.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class BlendPropertyTest {
  private static final Set<String> SEEN = Set.of(Seed.key("movie", "a"));

  @Provide
  Arbitrary<List<Candidate>> candidates() {
    return Combinators.combine(
            Arbitraries.of("A", "a", "B", "C", "D"),
            Arbitraries.of("movie", "channel"),
            Arbitraries.integers().between(-10, 1100))
        .as(
            (name, type, score) ->
                new Candidate(
                    new ItemView(name, type, name, "Films", Optional.empty(), Optional.empty()),
                    score,
                    "seed"))
        .list()
        .ofMaxSize(30);
  }

  private static List<Recommendation> blend(List<Candidate> candidates) {
    Blend blend = new Blend(SEEN);
    candidates.forEach(one -> blend.add(one, Reason.ALIKE));
    return blend.best(100);
  }

  private static String key(ItemView item) {
    return Seed.key(item.itemType(), item.name());
  }

  @Property(tries = 200)
  void eachIsThereOnceAndNoneThatWasSeen(@ForAll("candidates") List<Candidate> candidates) {
    List<String> keys = blend(candidates).stream().map(one -> key(one.item())).toList();

    assertThat(keys).doesNotHaveDuplicates().doesNotContainAnyElementsOf(SEEN);
    assertThat(keys)
        .containsAll(
            candidates.stream()
                .map(one -> key(one.item()))
                .filter(key -> !SEEN.contains(key))
                .toList());
  }

  @Property(tries = 200)
  void theBestComesFirstWithinBounds(@ForAll("candidates") List<Candidate> candidates) {
    List<Integer> scores = blend(candidates).stream().map(Recommendation::score).toList();

    assertThat(scores).isSortedAccordingTo(Comparator.<Integer>naturalOrder().reversed());
    assertThat(scores).allMatch(score -> score >= 0 && score <= Blend.MOST);
  }

  @Property(tries = 200)
  void whatSpeaksForSomethingNeverLowersIt(
      @ForAll("candidates") List<Candidate> some, @ForAll("candidates") List<Candidate> more) {
    List<Candidate> all = new ArrayList<>(some);
    all.addAll(more);

    for (Recommendation before : blend(some)) {
      Recommendation after =
          blend(all).stream()
              .filter(one -> key(one.item()).equals(key(before.item())))
              .findFirst()
              .orElseThrow();
      assertThat(after.score()).isGreaterThanOrEqualTo(before.score());
    }
  }
}
