package dev.stagedoor.domain.memorials;

import dev.stagedoor.domain.kernel.DomainException;
import java.util.Locale;

/** How much of a livestream a family books. */
public enum Tier {
  RECORD,
  LIVE,
  LEGACY;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Tier parse(String code) {
    for (Tier tier : values()) {
      if (tier.code().equals(code)) {
        return tier;
      }
    }
    throw DomainException.invalid("calculatorConfig.tier", "choice");
  }
}
