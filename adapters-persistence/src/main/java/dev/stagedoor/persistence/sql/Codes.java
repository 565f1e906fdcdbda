package dev.stagedoor.persistence.sql;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Stores enums as lower-case codes: {@code PENDING_PAYMENT} as {@code pending_payment}. */
public final class Codes {
  private Codes() {}

  public static String of(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  public static @Nullable String ofNullable(@Nullable Enum<?> value) {
    return value == null ? null : of(value);
  }

  /** Reads a stored code; one that the enum lacks is a broken invariant. */
  public static <E extends Enum<E>> E parse(Class<E> type, String code) {
    return Enum.valueOf(type, code.toUpperCase(Locale.ROOT));
  }
}
