package dev.stagedoor.web.tv;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.stagedoor.application.tv.ResellerView;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** How a reseller stands. */
@Serdeable
public record ResellerResponse(
    @JsonProperty("credits_balance") long creditsBalance,
    @JsonProperty("total_clients") int totalClients,
    @JsonProperty("active_clients") int activeClients,
    @JsonProperty("credits_spent") long creditsSpent,
    @JsonProperty("recent_transactions") List<TransactionResponse.Transaction> recentTransactions) {
  static ResellerResponse from(ResellerView view) {
    return new ResellerResponse(
        view.creditsBalance(),
        view.totalClients(),
        view.activeClients(),
        view.creditsSpent(),
        view.recent().stream().map(TransactionResponse.Transaction::from).toList());
  }
}
