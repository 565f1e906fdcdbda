package dev.stagedoor.web.json;

import java.util.List;

/** Refuses a body that lacks what its record needs. */
public final class MissingMembers extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> names;

  MissingMembers(List<String> names) {
    super("missing: " + names);
    this.names = List.copyOf(names);
  }

  public List<String> names() {
    return names;
  }
}
