package dev.stagedoor.domain.analytics;

import java.util.Locale;

/** What kind of device somebody uses. */
public enum DeviceClass {
  MOBILE,
  TABLET,
  TV,
  DESKTOP,
  /** Programs, and what does not say. */
  OTHER;

  /** Returns the name that clients and stored rows use: {@code mobile}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
