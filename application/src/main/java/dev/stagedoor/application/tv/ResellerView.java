package dev.stagedoor.application.tv;

import dev.stagedoor.domain.tv.CreditEntry;
import java.util.List;

/** How a reseller stands. */
public record ResellerView(
    long creditsBalance,
    int totalClients,
    int activeClients,
    long creditsSpent,
    List<CreditEntry> recent) {}
