package dev.stagedoor.web.error;

import dev.stagedoor.application.language.Amounts;
import dev.stagedoor.domain.kernel.Money;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Turns the facts of a refusal into members of its problem. An amount is a fact {@code xMinor}
 * beside the fact {@code currency}; it is told in major units, as all money in JSON, as {@code x}.
 */
final class Facts {
  private static final String MINOR = "Minor";
  // Members of the problem itself, and what becomes the list of errors.
  private static final Set<String> TAKEN =
      Set.of("type", "title", "status", "detail", "instance", "code", "success", "error", "errors");
  private static final Set<String> OF_FIELDS = Set.of("field", "rule");

  private Facts() {}

  static Map<String, Object> told(Map<String, Object> facts) {
    Map<String, Object> members = new LinkedHashMap<>();
    facts.entrySet().stream()
        .filter(fact -> !OF_FIELDS.contains(fact.getKey()))
        .sorted(Map.Entry.comparingByKey())
        .forEach(fact -> tell(fact.getKey(), fact.getValue(), facts, members));
    return members;
  }

  private static void tell(
      String name, Object value, Map<String, Object> facts, Map<String, Object> members) {
    if (name.endsWith(MINOR)
        && value instanceof Number minor
        && facts.get("currency") instanceof String currency) {
      members.put(
          amountName(name),
          Amounts.major(new Money(minor.longValue(), Currency.getInstance(currency))));
    } else if (TAKEN.contains(name)) {
      members.put("current" + Character.toUpperCase(name.charAt(0)) + name.substring(1), value);
    } else {
      members.put(name, value);
    }
  }

  private static String amountName(String name) {
    String bare = name.substring(0, name.length() - MINOR.length());
    return bare.equals("expected") ? "expectedAmount" : bare;
  }
}
