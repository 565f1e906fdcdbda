package dev.stagedoor.application.tv;

import dev.stagedoor.domain.tv.CreditEntry;
import java.util.List;

/**
 * How a reseller stands.
 *
 * @param creditsSpent on clients, ever
 * @param recent their last ten entries, the newest first
 */
public record ResellerView(
    long creditsBalance,
    int totalClients,
    int activeClients,
    long creditsSpent,
    List<CreditEntry> recent) {}
