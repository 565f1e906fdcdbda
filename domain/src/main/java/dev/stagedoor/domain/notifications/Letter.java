package dev.stagedoor.domain.notifications;

import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Fault;
import dev.stagedoor.domain.kernel.Faults;
import dev.stagedoor.domain.kernel.Language;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is written to people, before it is somebody's.
 *
 * <p>Invariants: it is there in English, which stands in for every language that is missing; each
 * variable that a text names is declared, or is {@code name}, which is the reader's own.
 *
 * @param variables what whoever sends it must fill in
 */
public record Letter(Category category, Set<String> variables, Map<Language, Wording> texts) {
  /** The variable that holds the reader's name. */
  public static final String READER = "name";

  public static final int MOST_VARIABLES = 30;
  public static final int MAX_VALUE = 2000;

  /** Stands for a reader whose name is as long as names are. */
  private static final String LONG_NAME = "x".repeat(201);

  /** What it says to a reader, and in which language it says so. */
  public record Spoken(Language language, Wording wording) {}

  /**
   * @throws DomainException {@code INVALID_VALUE}
   */
  public Letter {
    Set<String> declared = Collections.unmodifiableSet(new TreeSet<>(variables));
    Faults faults = new Faults();
    faults.refuseIf(
        declared.size() > MOST_VARIABLES, Fault.outside("variables", 0, MOST_VARIABLES));
    faults.refuseIf(
        !declared.stream().allMatch(Wording.NAME.asMatchPredicate()),
        Fault.of("variables", "format"));
    faults.refuseIf(declared.contains(READER), Fault.of("variables", "reserved"));
    faults.refuseIf(!texts.containsKey(Language.EN), Fault.of("texts.en", "required"));
    texts.forEach(
        (language, wording) -> {
          String at = "texts." + language.code();
          faults.refuseIf(
              !isDeclared(wording.inSubject(), declared), Fault.of(at + ".subject", "undeclared"));
          faults.refuseIf(
              !isDeclared(wording.inBody(), declared), Fault.of(at + ".body", "undeclared"));
        });
    faults.refuseAny();
    variables = declared;
    texts = Collections.unmodifiableMap(new EnumMap<>(texts));
  }

  private static boolean isDeclared(Set<String> named, Set<String> declared) {
    return named.stream().allMatch(name -> name.equals(READER) || declared.contains(name));
  }

  /** Returns what it says in a language, or in English where it does not speak that. */
  public Spoken in(Language wanted) {
    Wording there = texts.get(wanted);
    return there == null
        ? new Spoken(Language.EN, Objects.requireNonNull(texts.get(Language.EN)))
        : new Spoken(wanted, there);
  }

  /**
   * Returns values as texts hold them, with line breaks of one kind and nothing around them.
   *
   * @throws DomainException {@code INVALID_VALUE} for each variable that is missing, unknown, too
   *     long or unreadable, and where the letter gets too long by all of them
   */
  public Map<String, String> fitted(Map<String, String> values) {
    Map<String, String> cleaned = cleaned(values);
    Faults faults = new Faults();
    for (String name : variables) {
      faults.refuseIf(!cleaned.containsKey(name), Fault.of("variables." + name, "required"));
    }
    cleaned.forEach(
        (name, value) -> {
          faults.refuseIf(!variables.contains(name), Fault.of(faulty(name), "choice"));
          faults.refuseIf(value.length() > MAX_VALUE, Fault.longerThan(faulty(name), MAX_VALUE));
          faults.refuseIf(Wording.hasControls(value), Fault.of(faulty(name), "format"));
        });
    faults.refuseAny();
    mustStayShort(cleaned);
    return cleaned;
  }

  static Map<String, String> cleaned(Map<String, String> values) {
    Map<String, String> cleaned = new TreeMap<>();
    values.forEach((name, value) -> cleaned.put(name, Wording.cleaned(value)));
    return Collections.unmodifiableMap(cleaned);
  }

  private void mustStayShort(Map<String, String> values) {
    Map<String, String> all = new TreeMap<>(values);
    all.put(READER, LONG_NAME);
    for (Wording wording : texts.values()) {
      Wording.Filled filled = wording.filled(all);
      Faults faults = new Faults();
      faults.refuseIf(
          filled.subject().length() > Wording.MAX_FILLED_SUBJECT,
          Fault.longerThan("variables", Wording.MAX_FILLED_SUBJECT));
      faults.refuseIf(
          filled.body().length() > Wording.MAX_FILLED_BODY,
          Fault.longerThan("variables", Wording.MAX_FILLED_BODY));
      faults.refuseAny();
    }
  }

  /** Names a member that somebody else named, who may have called it anything. */
  private static String faulty(String name) {
    return Wording.NAME.matcher(name).matches() ? "variables." + name : "variables";
  }
}
