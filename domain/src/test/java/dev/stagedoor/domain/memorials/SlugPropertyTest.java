package dev.stagedoor.domain.memorials;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class SlugPropertyTest {
  /** Names of any characters at all, with many that are easily got wrong. */
  @Provide
  Arbitrary<String> names() {
    Arbitrary<String> any = Arbitraries.integers().between(0, 0x10FFFF).map(Character::toString);
    Arbitrary<String> awkward =
        Arbitraries.of(
            "a", "Z", " ", "-", "9", "é", "e\u0301", "\u0301", "´", "İ", "ǅ", "ϒ", "ß", "ﬁ", "½",
            "Ⅷ", "𝐀", "𝓛", "𞤀", "𠀀", "ำ", "ज़", "क्", "\u200d", "ﷺ", "م", "❤", "\uD800",
            "\uDC00", "\0");
    return Arbitraries.oneOf(any, awkward, awkward)
        .list()
        .ofMaxSize(120)
        .map(characters -> String.join("", characters));
  }

  @Property
  void everyNameGivesASlugOfItsOwn(
      @ForAll("names") String name, @ForAll @IntRange(min = 2, max = 9999) int attempt) {
    Slug first = Slug.of(name, 1);
    Slug another = Slug.of(name, attempt);

    assertThat(first.value()).hasSizeBetween(1, 80).isEqualTo(new Slug(first.value()).value());
    assertThat(another.value()).hasSizeBetween(1, 80).endsWith("-" + attempt);
    assertThat(another).isNotEqualTo(first);
  }
}
