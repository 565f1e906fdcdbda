package dev.stagedoor.domain.kernel;

import java.util.Map;

/**
 * What is wrong with one field of what was sent.
 *
 * @param rule the rule it breaks, as a message key's last part
 * @param limits what the rule allows ({@code min}, {@code max}), where there is more to say than
 *     its name does
 */
public record Fault(String field, String rule, Map<String, Long> limits) {
  public Fault {
    limits = Map.copyOf(limits);
  }

  public static Fault of(String field, String rule) {
    return new Fault(field, rule, Map.of());
  }

  public static Fault outside(String field, long min, long max) {
    return new Fault(field, "range", Map.of("min", min, "max", max));
  }

  public static Fault longerThan(String field, long max) {
    return new Fault(field, "length", Map.of("max", max));
  }

  /** Names a time that is longer than so many days. */
  public static Fault spanning(String field, long max) {
    return new Fault(field, "span", Map.of("max", max));
  }

  /** Returns the same fault of a field by the name somebody else knows it by. */
  public Fault named(String name) {
    return new Fault(name, rule, limits);
  }
}
