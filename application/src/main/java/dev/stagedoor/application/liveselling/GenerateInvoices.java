package dev.stagedoor.application.liveselling;

import dev.stagedoor.domain.kernel.ProviderId;
import java.util.Optional;
import java.util.Set;

/**
 * Which invoices to write.
 *
 * @param buyers for whom, by their ids at the platform; empty: for everybody
 * @param send whether buyers get their links at once
 * @param provider who writes them; empty: the workspace's first that may be used
 */
public record GenerateInvoices(
    Optional<Set<String>> buyers, boolean send, Optional<ProviderId> provider) {}
