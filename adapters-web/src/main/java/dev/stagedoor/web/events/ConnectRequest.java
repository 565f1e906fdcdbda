package dev.stagedoor.web.events;

import dev.stagedoor.domain.kernel.Secret;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** What signs the webhooks of an organiser's own account at a ticketing system. */
@Serdeable
public record ConnectRequest(@Nullable Secret webhookSecret) {}
