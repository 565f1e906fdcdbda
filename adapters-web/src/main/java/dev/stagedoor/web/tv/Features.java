package dev.stagedoor.web.tv;

import dev.stagedoor.domain.kernel.DomainException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What else a plan has, as clients send it. */
final class Features {
  private Features() {}

  static Map<String, Boolean> read(@Nullable Map<String, Boolean> sent) {
    if (sent == null) {
      return Map.of();
    }
    Map<String, @Nullable Boolean> all = new LinkedHashMap<>(sent);
    if (all.containsValue(null)) {
      throw DomainException.invalid("features", "format");
    }
    return sent;
  }
}
