package dev.stagedoor.application.ticketing;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;

/**
 * What somebody connected at a ticketing system; the secret never leaves.
 *
 * @param webhookUrl where the system's webhooks are to be sent
 */
public record ConnectionView(UUID id, String provider, URI webhookUrl, Instant createdAt) {}
