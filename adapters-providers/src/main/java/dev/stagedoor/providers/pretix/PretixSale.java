package dev.stagedoor.providers.pretix;

import dev.stagedoor.domain.kernel.ProviderRef;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What names an event of pretix: its organizer's short form and its own, {@code acme/gala}. */
record PretixSale(String organizer, String event) {
  private static final String SLUG = "[A-Za-z0-9][A-Za-z0-9.-]{0,49}";
  private static final Pattern ORGANIZER = Pattern.compile(SLUG);
  private static final Pattern BOTH = Pattern.compile("(" + SLUG + ")/(" + SLUG + ")");

  /** Returns empty when no event can have this id. */
  static Optional<PretixSale> of(String id) {
    Matcher both = BOTH.matcher(id);
    return both.matches()
        ? Optional.of(new PretixSale(both.group(1), both.group(2)))
        : Optional.empty();
  }

  static boolean isOrganizer(String text) {
    return ORGANIZER.matcher(text).matches();
  }

  ProviderRef ref() {
    return new ProviderRef(Pretix.ID, id());
  }

  String id() {
    return organizer + "/" + event;
  }
}
