package dev.stagedoor.domain.auth;

import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Fault;

/** How a person is called. The last name may be empty; the first may not. */
public record PersonName(String first, String last) {
  public PersonName {
    first = first.strip();
    last = last.strip();
    if (first.isEmpty()) {
      throw DomainException.invalid("name", "blank");
    }
    if (first.length() > 100 || last.length() > 100) {
      throw DomainException.invalid(Fault.longerThan("name", 100));
    }
  }

  /** Reads a name written in one field: the last word is the last name. */
  public static PersonName parse(String full) {
    String text = full.strip();
    int cut = text.lastIndexOf(' ');
    return cut < 0
        ? new PersonName(text, "")
        : new PersonName(text.substring(0, cut), text.substring(cut + 1));
  }

  public String display() {
    return last.isEmpty() ? first : first + " " + last;
  }
}
