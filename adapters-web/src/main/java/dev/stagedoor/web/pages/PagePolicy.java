package dev.stagedoor.web.pages;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A Content-Security-Policy to which a page adds what it alone must let in. */
public final class PagePolicy {
  private static final String DEFAULT = "default-src";
  private static final String NOTHING = "'none'";

  private final Map<String, List<String>> directives;

  private PagePolicy(Map<String, List<String>> directives) {
    this.directives = directives;
  }

  /** Reads a policy; as in browsers, of a directive that stands twice the first counts. */
  public static PagePolicy of(String policy) {
    Map<String, List<String>> directives = new LinkedHashMap<>();
    for (String directive : policy.split(";", -1)) {
      List<String> words = List.of(directive.strip().split("\\s+", -1));
      if (!words.get(0).isEmpty()) {
        directives.putIfAbsent(
            words.get(0).toLowerCase(Locale.ROOT), words.subList(1, words.size()));
      }
    }
    return new PagePolicy(directives);
  }

  /** Lets in what comes from where these addresses are, besides what is let in already. */
  public PagePolicy with(String directive, Collection<URI> addresses) {
    return adding(directive, addresses.stream().map(PagePolicy::origin).sorted().toList());
  }

  /** Lets in one more source, besides what is let in already. */
  public PagePolicy with(String directive, String source) {
    return adding(directive, List.of(source));
  }

  /** Lets in these sources alone, whatever was let in before. */
  public PagePolicy only(String directive, List<String> sources) {
    Map<String, List<String>> other = new LinkedHashMap<>(directives);
    other.put(directive, List.copyOf(sources));
    return new PagePolicy(other);
  }

  private PagePolicy adding(String directive, List<String> sources) {
    List<String> all =
        new ArrayList<>(
            directives.getOrDefault(directive, directives.getOrDefault(DEFAULT, List.of())));
    all.remove(NOTHING);
    sources.stream().filter(source -> !all.contains(source)).forEach(all::add);
    Map<String, List<String>> more = new LinkedHashMap<>(directives);
    more.put(directive, all);
    return new PagePolicy(more);
  }

  private static String origin(URI address) {
    return address.getScheme() + "://" + address.getRawAuthority();
  }

  /** Returns the policy as its header has it. */
  @Override
  public String toString() {
    return directives.entrySet().stream()
        .map(directive -> directive.getKey() + " " + String.join(" ", directive.getValue()))
        .map(String::strip)
        .collect(Collectors.joining("; "));
  }
}
