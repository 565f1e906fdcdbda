package dev.stagedoor.providers.sandbox.site;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * How a bank that kept silent answers at last: {@code succeeded}, {@code declined} and why, or
 * {@code expired} when nobody paid.
 */
@Serdeable
record SettleRequest(@Nullable String outcome, @Nullable String code) {}
