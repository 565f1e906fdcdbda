package dev.stagedoor.domain.liveselling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.liveselling.ClaimReader.Wanted;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever people write. */
class ClaimReaderPropertyTest {
  /** Texts of what claims are made of, so that most are nearly claims. */
  @Provide
  Arbitrary<String> nearlyClaims() {
    return Arbitraries.of(
            "sold", "mine", "take", "for", "12", "7", "007", "99999", "100000", "1000", "x2", "2x",
            "x", "#", " ", " ", " ", ",", ".", ":", "+", "-", "/", "$", "%", "½", "²", "①", "١٢",
            "और", "و", "please", "hello", "🔥", "\u200F", "\u20E3", "\uFE0F", "\u0000", "\uD83D")
        .list()
        .ofMaxSize(12)
        .map(pieces -> String.join("", pieces));
  }

  @Property(tries = 5_000)
  void whatIsReadIsWithinBounds(@ForAll @From("nearlyClaims") String text) {
    assertWithinBounds(ClaimReader.read(text));
  }

  @Property
  void anythingCanBeRead(@ForAll String text) {
    assertWithinBounds(ClaimReader.read(text));
  }

  @Property(tries = 5_000)
  void aQuestionIsNeverAClaim(@ForAll @From("nearlyClaims") String text) {
    assertThat(ClaimReader.read(text + "?")).isEmpty();
  }

  @Property(tries = 5_000)
  void caseAndWhatCannotBeSeenChangeNothing(@ForAll @From("nearlyClaims") String text) {
    assertThat(ClaimReader.read("\u200F" + text.toUpperCase(Locale.ROOT) + "\u200E "))
        .isEqualTo(ClaimReader.read(text));
  }

  private static void assertWithinBounds(List<Wanted> all) {
    assertThat(all).extracting(Wanted::number).doesNotHaveDuplicates();
    for (Wanted wanted : all) {
      assertThat(wanted.number()).isBetween(1, ShowItem.MAX_NUMBER);
      assertThat(wanted.quantity()).isBetween(1, Claim.MAX_QUANTITY);
    }
  }
}
