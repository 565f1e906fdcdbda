package dev.stagedoor.web.courses;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** What the browser was told by the provider. It is taken, and not trusted. */
@Serdeable
public record VerifyRequest(@Nullable String paymentGatewayId, @Nullable String signature) {}
