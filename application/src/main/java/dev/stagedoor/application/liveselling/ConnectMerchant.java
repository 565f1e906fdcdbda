package dev.stagedoor.application.liveselling;

import dev.stagedoor.domain.kernel.Secret;
import java.util.Optional;

/**
 * What a workspace gives so that a provider writes invoices in its name.
 *
 * @param site the shop's or server's address, or a location, where the provider has one
 * @param webhookSecret signs what the merchant's own account tells us
 */
public record ConnectMerchant(
    Secret key,
    Optional<String> site,
    Optional<String> publishableKey,
    Optional<Secret> webhookSecret,
    Optional<String> displayName,
    ChangeSettings settings) {}
