package dev.stagedoor.domain.notifications;

import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Fault;
import dev.stagedoor.domain.kernel.Faults;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a template says in one language: plain text, paragraphs parted by empty lines, with {@code
 * {{variable}}} where a value stands.
 */
public record Wording(String subject, String body) {
  public static final int MAX_SUBJECT = 200;
  public static final int MAX_BODY = 10_000;

  /** How long a subject and a text may get by what is filled in. */
  static final int MAX_FILLED_SUBJECT = 1_000;

  static final int MAX_FILLED_BODY = 50_000;

  /** What a variable is called. */
  static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,39}");

  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\{\\{[ \\t]{0,9}(" + NAME + ")[ \\t]{0,9}}}");
  private static final Pattern BRACES = Pattern.compile("\\{\\{|}}");
  private static final Pattern BREAKS = Pattern.compile("\\r\\n?");
  private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029&&[^\\n\\t]]");
  private static final Pattern SPACES = Pattern.compile("[\\p{Cntrl}\\s\\u2028\\u2029]+");

  /**
   * @throws DomainException {@code INVALID_VALUE} for a text that is empty, too long, or has braces
   *     that are no variable
   */
  public Wording {
    subject = subject.strip();
    body = cleaned(body);
    Faults faults = new Faults();
    check(faults, "subject", subject, MAX_SUBJECT);
    faults.refuseIf(subject.contains("\n"), Fault.of("subject", "format"));
    check(faults, "body", body, MAX_BODY);
    faults.refuseAny();
  }

  private static void check(Faults faults, String field, String text, int most) {
    faults.refuseIf(text.isEmpty(), Fault.of(field, "blank"));
    faults.refuseIf(text.length() > most, Fault.longerThan(field, most));
    faults.refuseIf(
        hasControls(text) || BRACES.matcher(PLACEHOLDER.matcher(text).replaceAll("")).find(),
        Fault.of(field, "format"));
  }

  /** Returns a text with line breaks of one kind, and nothing around it. */
  static String cleaned(String text) {
    return BREAKS.matcher(text).replaceAll("\n").strip();
  }

  /** Tells whether there is something in a text that nobody can read. */
  static boolean hasControls(String text) {
    return CONTROLS.matcher(text).find();
  }

  /**
   * Reads a wording whose faults are told by the place it stands at.
   *
   * @param at the member that holds both texts: {@code texts.fr}
   * @throws DomainException {@code INVALID_VALUE}
   */
  public static Wording at(String at, String subject, String body) {
    try {
      return new Wording(subject, body);
    } catch (DomainException refused) {
      throw DomainException.invalid(
          refused.faults().stream().map(fault -> fault.named(at + "." + fault.field())).toList());
    }
  }

  /** Returns the variables that the subject names. */
  Set<String> inSubject() {
    return in(subject);
  }

  /** Returns the variables that the body names. */
  Set<String> inBody() {
    return in(body);
  }

  private static Set<String> in(String text) {
    Set<String> names = new TreeSet<>();
    PLACEHOLDER.matcher(text).results().forEach(match -> names.add(match.group(1)));
    return names;
  }

  /**
   * Returns what it says once values stand in the places of variables. A value is never read for
   * variables again, and a subject stays one line.
   *
   * @throws IllegalArgumentException where a variable has no value
   */
  public Filled filled(Map<String, String> values) {
    return new Filled(
        SPACES.matcher(fill(subject, values)).replaceAll(" ").strip(), fill(body, values));
  }

  /** What somebody reads: no variable is left. */
  public record Filled(String subject, String body) {}

  private static String fill(String text, Map<String, String> values) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(match -> Matcher.quoteReplacement(value(values, match.group(1))));
  }

  private static String value(Map<String, String> values, String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("no value for " + name);
    }
    return value;
  }
}
