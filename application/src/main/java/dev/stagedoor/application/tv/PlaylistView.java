package dev.stagedoor.application.tv;

import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.tv.ServiceAddresses;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A playlist as its owner sees it.
 *
 * @param url with the password left out of it, unless the credentials are asked for
 * @param username empty where there is none
 * @param password given only where the credentials are asked for
 * @param player where a player reaches it without us; given only where the credentials are asked
 *     for
 * @param isReadOnly whether it is one too many for the plan
 */
public record PlaylistView(
    UUID id,
    String name,
    Secret url,
    Optional<String> username,
    Optional<Secret> password,
    Optional<ServiceAddresses> player,
    String status,
    int channels,
    Optional<String> problem,
    Optional<Instant> fetchedAt,
    boolean isReadOnly,
    Instant createdAt) {}
