package dev.stagedoor.web.pages.tv;

import dev.stagedoor.application.notifications.ChangeTemplate;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Faults;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.notifications.Category;
import dev.stagedoor.domain.notifications.Letter;
import dev.stagedoor.domain.notifications.NotificationError;
import dev.stagedoor.domain.notifications.Template;
import dev.stagedoor.domain.notifications.Wording;
import dev.stagedoor.web.pages.Form;
import dev.stagedoor.web.pages.Shell;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What forms of templates say: fields in, fields out. The names are those that faults have. */
final class LetterFields {
  static final String KEY = "key";
  static final String PEOPLE = "people";
  private static final String CATEGORY = "category";
  private static final String VARIABLES = "variables";
  private static final String LANGUAGE = "language";
  private static final String VERSION = "version";
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
  private static final Pattern BETWEEN = Pattern.compile("[\\s,]+");

  private LetterFields() {}

  static Form filled(Template template) {
    Letter letter = template.letter();
    Form form =
        Form.empty()
            .with(CATEGORY, letter.category().code())
            .with(VARIABLES, String.join(" ", letter.variables()))
            .with(VERSION, String.valueOf(template.version()));
    for (Language language : Language.values()) {
      Wording wording = letter.texts().get(language);
      form =
          form.with(subject(language), wording == null ? "" : wording.subject())
              .with(body(language), wording == null ? "" : wording.body());
    }
    return form;
  }

  static String subject(Language language) {
    return "texts." + language.code() + ".subject";
  }

  static String body(Language language) {
    return "texts." + language.code() + ".body";
  }

  static Letter letter(Form form) {
    Faults faults = new Faults();
    var category = faults.read(() -> category(form));
    var texts = faults.read(() -> texts(form));
    faults.refuseAny();
    return new Letter(category.orElseThrow(), variables(form), texts.orElseThrow());
  }

  static ChangeTemplate change(Form form, boolean isBuiltIn) {
    Optional<Long> version =
        Optional.of(form.value(VERSION)).filter(NUMBER.asMatchPredicate()).map(Long::parseLong);
    return isBuiltIn
        ? new ChangeTemplate(Optional.empty(), Optional.empty(), Optional.of(texts(form)), version)
        : change(letter(form), version);
  }

  private static ChangeTemplate change(Letter letter, Optional<Long> version) {
    return new ChangeTemplate(
        Optional.of(letter.category()),
        Optional.of(letter.variables()),
        Optional.of(letter.texts()),
        version);
  }

  private static Category category(Form form) {
    return Category.find(form.value(CATEGORY))
        .orElseThrow(() -> DomainException.invalid(CATEGORY, "choice"));
  }

  private static Set<String> variables(Form form) {
    Set<String> names = new TreeSet<>();
    BETWEEN
        .splitAsStream(form.value(VARIABLES).strip())
        .filter(name -> !name.isEmpty())
        .forEach(names::add);
    return names;
  }

  /** Reads what is written; a language with neither subject nor text is not spoken. */
  private static Map<Language, Wording> texts(Form form) {
    Faults faults = new Faults();
    Map<Language, Wording> texts = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      String subject = form.value(subject(language));
      String body = form.value(body(language));
      if (language == Language.EN || !subject.isBlank() || !body.isBlank()) {
        faults
            .read(() -> Wording.at("texts." + language.code(), subject, body))
            .ifPresent(wording -> texts.put(language, wording));
      }
    }
    faults.refuseAny();
    return texts;
  }

  /** Reads what stands in the places of the variables; a field that is empty says nothing. */
  static Map<String, String> values(Form form, Template template) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String name : template.letter().variables()) {
      String value = form.value("variables." + name).strip();
      if (!value.isEmpty()) {
        values.put(name, value);
      }
    }
    return values;
  }

  /** Returns the language a preview is wanted in. */
  static Language language(Form form) {
    return Language.find(form.value(LANGUAGE)).orElse(Language.EN);
  }

  static Form told(Form form, DomainException refused, Shell shell) {
    return refused.code() == NotificationError.TEMPLATE_KEY_TAKEN
        ? form.withFault(KEY, shell.text().say("errors." + refused.code().name()))
        : Refusals.told(form, refused, shell);
  }
}
