package dev.stagedoor.domain.kernel;

import java.util.regex.Pattern;

/** Names a provider as configuration and routes do: {@code stripe}, {@code hi-events}. */
public record ProviderId(String value) {
  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,31}");

  public ProviderId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a provider id: " + value);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
