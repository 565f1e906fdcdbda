package dev.stagedoor.domain.notifications;

import static dev.stagedoor.domain.fixture.NotificationSamples.aLetter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Fault;
import dev.stagedoor.domain.kernel.Language;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetterTest {
  private static final Wording PLAIN = new Wording("Hello", "Text");

  @Test
  void valuesStandInThePlacesOfVariablesWhateverTheyHold() {
    Wording wording = new Wording("{{a}} and {{ b }}", "{{a}}{{a}}\n{{b}}");

    Wording.Filled filled = wording.filled(Map.of("a", "$1 \\ {{b}}", "b", "<b>"));

    assertThat(filled.subject()).isEqualTo("$1 \\ {{b}} and <b>");
    assertThat(filled.body()).isEqualTo("$1 \\ {{b}}$1 \\ {{b}}\n<b>");
  }

  @Test
  void aSubjectStaysOneLineWhateverAValueHolds() {
    Wording wording = new Wording("For {{name}}", "x");

    assertThat(wording.filled(Map.of("name", "A\r\nBcc: all@example.org\u2028")).subject())
        .isEqualTo("For A Bcc: all@example.org");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{{Name}}", "{{a b}}", "{{a}", "a}}", "{{}}", "{{1a}}", "{{a-b}}"})
  void bracesThatAreNoVariableAreRefused(String text) {
    assertFaults(() -> new Wording("Hello", text), Fault.of("body", "format"));
    assertFaults(() -> new Wording(text, "Text"), Fault.of("subject", "format"));
  }

  @Test
  void aTextIsNeitherEmptyNorEndless() {
    assertFaults(
        () -> Wording.at("texts.fr", " ", "x".repeat(Wording.MAX_BODY + 1)),
        Fault.of("texts.fr.subject", "blank"),
        Fault.longerThan("texts.fr.body", Wording.MAX_BODY));
    assertFaults(() -> new Wording("two\nlines", "x"), Fault.of("subject", "format"));
    assertFaults(() -> new Wording("x", "a\u0000b"), Fault.of("body", "format"));
  }

  @Test
  void anyLineBreakIsOne() {
    assertThat(new Wording("x", " a\r\n\r\nb\rc ").body()).isEqualTo("a\n\nb\nc");
  }

  @Test
  void aVariableThatIsNotDeclaredIsRefusedWhereItStands() {
    assertFaults(
        () ->
            new Letter(
                Category.PRODUCT,
                Set.of("day"),
                Map.of(
                    Language.EN,
                    new Wording("{{day}} {{name}}", "{{hour}}"),
                    Language.FR,
                    new Wording("{{jour}}", "{{day}}"))),
        Fault.of("texts.en.body", "undeclared"),
        Fault.of("texts.fr.subject", "undeclared"));
  }

  @Test
  void variablesHaveNamesOfOneForm() {
    assertFaults(() -> letter("Day"), Fault.of("variables", "format"));
    assertFaults(() -> letter("name"), Fault.of("variables", "reserved"));
    assertFaults(
        () -> letter(IntStream.range(0, 31).mapToObj(i -> "v" + i).toArray(String[]::new)),
        Fault.outside("variables", 0, 30));
  }

  @Test
  void withoutEnglishThereIsNoLetter() {
    assertFaults(
        () -> new Letter(Category.PRODUCT, Set.of(), Map.of(Language.FR, PLAIN)),
        Fault.of("texts.en", "required"));
  }

  @Test
  void whatIsMissingInALanguageIsSaidInEnglish() {
    Letter letter = aLetter(Category.PRODUCT);

    assertThat(letter.in(Language.FR).language()).isEqualTo(Language.FR);
    assertThat(letter.in(Language.FR).wording().subject()).startsWith("Du nouveau");
    assertThat(letter.in(Language.HI).language()).isEqualTo(Language.EN);
    assertThat(letter.in(Language.HI).wording().subject()).startsWith("News");
  }

  @Test
  void valuesAreThoseThatAreDeclared() {
    Letter letter = aLetter(Category.PRODUCT);
    assertThat(letter.fitted(Map.of("day", ""))).isEqualTo(Map.of("day", ""));
    assertThat(letter.fitted(Map.of("day", " Mon\r\nday\r "))).isEqualTo(Map.of("day", "Mon\nday"));

    assertFaults(() -> letter.fitted(Map.of()), Fault.of("variables.day", "required"));
    assertFaults(
        () -> letter.fitted(Map.of("day", "x", "hour", "y")), Fault.of("variables.hour", "choice"));
    assertFaults(
        () -> letter.fitted(Map.of("day", "x", "<b>", "y")), Fault.of("variables", "choice"));
    assertFaults(
        () -> letter.fitted(Map.of("day", "x".repeat(2001))),
        Fault.longerThan("variables.day", 2000));
  }

  @Test
  void whatNobodyCanReadIsNotFilledIn() {
    assertFaults(
        () -> aLetter(Category.PRODUCT).fitted(Map.of("day", "a\u0000b")),
        Fault.of("variables.day", "format"));
  }

  @Test
  void aLetterStaysShortWhateverIsFilledIn() {
    Letter echo =
        new Letter(
            Category.PRODUCT,
            Set.of("a"),
            Map.of(Language.EN, PLAIN, Language.FR, new Wording("x", "{{a}}".repeat(1000))));
    assertThat(echo.fitted(Map.of("a", "x".repeat(50)))).hasSize(1);
    assertFaults(
        () -> echo.fitted(Map.of("a", "x".repeat(51))),
        Fault.longerThan("variables", Wording.MAX_FILLED_BODY));
    Letter loud =
        new Letter(Category.PRODUCT, Set.of("a"), Map.of(Language.EN, new Wording("{{a}}", "x")));
    assertFaults(
        () -> loud.fitted(Map.of("a", "x".repeat(1001))),
        Fault.longerThan("variables", Wording.MAX_FILLED_SUBJECT));
  }

  private static Letter letter(String... variables) {
    return new Letter(Category.PRODUCT, Set.of(variables), Map.of(Language.EN, PLAIN));
  }

  private static void assertFaults(ThrowingCallable work, Fault... faults) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            DomainException.class,
            refused -> assertThat(refused.faults()).containsExactlyInAnyOrder(faults));
  }
}
