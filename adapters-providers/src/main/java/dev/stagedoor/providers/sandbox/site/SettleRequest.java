package dev.stagedoor.providers.sandbox.site;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** How a bank that kept silent answers at last: {@code succeeded}, or {@code declined} and why. */
@Serdeable
record SettleRequest(@Nullable String outcome, @Nullable String code) {}
