package dev.stagedoor.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What people read on pages comes from the bundles: templates and scripts have no words of their
 * own. The folders are searched, so that whatever is added is looked at, too. The consoles of the
 * sandbox and of {@code /docs} are left out: they speak English to those who build with it.
 */
class NoWordsOutsideBundlesTest {
  private static final Pattern TAG = Pattern.compile("<[^>]*>");
  private static final Pattern ENTITY = Pattern.compile("&[a-zA-Z]+;|&#\\d+;");
  private static final Pattern SEEN =
      Pattern.compile(
          "\\s(placeholder|title|alt|aria-label|aria-description|label|summary|data-text[a-z-]*"
              + "|data-confirm[a-z-]*)=\"([^\"]*\\p{L}[^\"]*)\"");
  private static final Pattern BUTTON =
      Pattern.compile(
          "<input\\b(?=[^>]*type=\"(?:submit|button|reset)\")[^>]*\\svalue=\"([^\"]+)\"");
  private static final Pattern DESCRIBED =
      Pattern.compile("<meta\\b(?=[^>]*name=\"description\")[^>]*\\scontent=\"([^\"]+)\"");
  // A capital and small letters; or several words that are no classes: with a sign of a sentence.
  private static final Pattern SENTENCE =
      Pattern.compile("\\p{Lu}\\p{Ll}+([ ,.!?:…’'].*)?|\\p{L}+( \\p{L}+)+ ?[.!?:…]|\\p{L}+[!?…]");
  private static final Pattern JS_COMMENT =
      Pattern.compile("/\\*.*?\\*/|(?<![:\"'`\\\\])//[^\\n]*", Pattern.DOTALL);
  private static final Pattern JS_LITERAL =
      Pattern.compile(
          "\"((?:[^\"\\\\\\n]|\\\\.)*)\"|'((?:[^'\\\\\\n]|\\\\.)*)'|`((?:[^`\\\\]|\\\\.)*)`");
  private static final Pattern JS_GAP = Pattern.compile("\\$\\{[^}]*}");
  // What is thrown is read by those who build with it; what people are told is said elsewhere.
  private static final Pattern JS_THROWN = Pattern.compile("new (?:Type|Range)?Error\\([^\\n]*");

  /** Letters in templates that are no words of a language: what each is stands beside it. */
  private static final Set<String> LETTERS_OF_TEMPLATES = Set.of("UTC" /* the name of a zone */);

  private static List<Path> files(String folder, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  @Test
  void templatesHaveNoWordsOfTheirOwn() throws IOException {
    Set<String> found = new TreeSet<>();
    List<Path> templates = files("src/main/jte", ".jte");
    for (Path file : templates) {
      wordsOfTemplate(Files.readString(file)).stream()
          .filter(words -> !LETTERS_OF_TEMPLATES.contains(words))
          .forEach(words -> found.add(file.getFileName() + ": " + words));
    }

    assertThat(templates).hasSizeGreaterThan(100);
    assertThat(found).isEmpty();
  }

  @Test
  void scriptsHaveNoWordsOfTheirOwn() throws IOException {
    Set<String> found = new TreeSet<>();
    List<Path> scripts = new ArrayList<>(files("src/main/resources/public/js", ".js"));
    scripts.addAll(files("../adapters-providers/src/main/resources/public/js", ".js"));
    for (Path file : scripts) {
      wordsOfScript(Files.readString(file)).stream()
          .forEach(words -> found.add(file.getFileName() + ": " + words));
    }

    assertThat(scripts).hasSizeGreaterThan(15);
    assertThat(found).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>Welcome</p>",
        "@if(a.b(\")\"))<p>${name} says hello</p>@endif",
        "@template.layout(content = @`<b>Inside</b>`)",
        "<input placeholder=\"Your name\">",
        "<img src=\"${x}\" alt=\"A picture of ${name}\">",
        "<button aria-label=\"Close\">${sign}</button>",
        "<input type=\"submit\" value=\"Send\">",
        "<meta name=\"description\" content=\"A page\">",
        "@param String play = \"Play it\"\n<p></p>",
        "<p>${isLive ? \"Live now\" : text.say(\"ui.over\")}</p>",
        "<div data-text-done=\"Done\"></div>"
      })
  void wordsInATemplateAreFound(String template) {
    assertThat(wordsOfTemplate(template)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p class=\"notice warn\">${text.say(\"ui.name\")}</p>",
        "<%-- A comment --%><p>1 · 2 &middot; 3</p>",
        "!{var key = a ? \"ui.done\" : \"notice warn\";}<option value=\"monthly\">${x}</option>",
        "@import java.util.List\n@param List<String> lines\n@for(var a : lines)<i>${a}</i>@endfor"
      })
  void whatIsNoWordIsLetBe(String template) {
    assertThat(wordsOfTemplate(template)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "line.textContent = \"Please wait\"; | Please wait",
        "say(`Saved at ${time}`); | Saved at ",
        "alert('are you sure?'); | are you sure?",
        "button.title = \"Copy\"; // not here | Copy"
      })
  void wordsInAScriptAreFound(String script, String words) {
    assertThat(wordsOfScript(script)).map(String::strip).containsExactly(words.strip());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "line.textContent = line.dataset.textReady; // Said when it is ready",
        "form.className = \"notice warn\"; /* A class */",
        "throw new Error(\"There is no form\");",
        "fetch(\"/api/v1/profiles\", { method: \"POST\" });"
      })
  void whatIsNoWordInAScriptIsLetBe(String script) {
    assertThat(wordsOfScript(script)).isEmpty();
  }

  private static List<String> wordsOfTemplate(String source) {
    Template template = Template.read(source);
    List<String> words = new ArrayList<>();
    for (String text : TAG.split(template.markup())) {
      String plain = ENTITY.matcher(text).replaceAll("").strip();
      if (plain.matches("(?s).*\\p{L}.*")) {
        words.add(plain);
      }
    }
    words.addAll(groups(SEEN, 2, template.markup()));
    words.addAll(groups(BUTTON, 1, template.markup()));
    words.addAll(groups(DESCRIBED, 1, template.markup()));
    template.literals().stream()
        .filter(literal -> SENTENCE.matcher(literal).matches())
        .forEach(words::add);
    return words;
  }

  private static List<String> wordsOfScript(String source) {
    String code = JS_THROWN.matcher(JS_COMMENT.matcher(source).replaceAll("")).replaceAll("");
    return JS_LITERAL
        .matcher(code)
        .results()
        .map(NoWordsOutsideBundlesTest::literal)
        .map(literal -> JS_GAP.matcher(literal).replaceAll(""))
        .filter(literal -> SENTENCE.matcher(literal).matches())
        .toList();
  }

  private static String literal(MatchResult match) {
    return Stream.of(1, 2, 3)
        .map(match::group)
        .filter(text -> text != null)
        .collect(Collectors.joining());
  }

  private static List<String> groups(Pattern pattern, int group, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.results().map(match -> match.group(group)).toList();
  }
}
