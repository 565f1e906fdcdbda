package dev.stagedoor.web.error;

import dev.stagedoor.application.language.Translations;
import dev.stagedoor.domain.kernel.Fault;
import dev.stagedoor.domain.kernel.Language;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Says which of our rules a bean validation constraint is, and which field it is about. */
public final class Rules {
  static final String REQUIRED = "required";
  static final String FORMAT = "format";

  private static final Map<String, String> OF_CONSTRAINT =
      Map.ofEntries(
          Map.entry("NotNull", REQUIRED),
          Map.entry("NotBlank", "blank"),
          Map.entry("NotEmpty", "blank"),
          Map.entry("Size", "length"),
          Map.entry("Email", "email"),
          Map.entry("Min", "range"),
          Map.entry("Max", "range"),
          Map.entry("DecimalMin", "range"),
          Map.entry("DecimalMax", "range"),
          Map.entry("Positive", "range"),
          Map.entry("PositiveOrZero", "range"));

  private Rules() {}

  /** Says which rule a field breaks, and what the rule allows. */
  public static String say(Fault fault, Language to, Translations translations) {
    String key = "errors.rule." + fault.rule().toLowerCase(Locale.ROOT);
    return fault.limits().isEmpty()
        ? translations.text(to, key)
        : translations.text(to, key + ".limits", fault.limits());
  }

  static String of(ConstraintViolation<?> violation) {
    // {jakarta.validation.constraints.NotBlank.message}
    String[] words = violation.getMessageTemplate().split("\\.", -1);
    return words.length < 2 ? FORMAT : OF_CONSTRAINT.getOrDefault(words[words.length - 2], FORMAT);
  }

  /** Returns the path below the controller's method and its parameter. */
  static String field(ConstraintViolation<?> violation) {
    List<Path.Node> nodes =
        StreamSupport.stream(violation.getPropertyPath().spliterator(), false).toList();
    StringBuilder field = new StringBuilder();
    for (Path.Node node : nodes.subList(Math.min(2, nodes.size() - 1), nodes.size())) {
      if (node.getIndex() != null) {
        field.append('[').append(node.getIndex()).append(']');
      }
      if (!field.isEmpty()) {
        field.append('.');
      }
      field.append(node.getName());
    }
    return field.toString();
  }
}
