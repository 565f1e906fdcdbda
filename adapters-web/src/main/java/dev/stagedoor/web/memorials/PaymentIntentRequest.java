package dev.stagedoor.web.memorials;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The wish to pay what a memorial's booking owes; an amount must be what is owed. */
@Serdeable
public record PaymentIntentRequest(@Nullable UUID memorialId, @Nullable BigDecimal amount) {}
