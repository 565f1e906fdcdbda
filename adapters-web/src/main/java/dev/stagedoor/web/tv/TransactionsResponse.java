package dev.stagedoor.web.tv;

import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.tv.CreditEntry;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** One page of what moved a reseller's credits. */
@Serdeable
public record TransactionsResponse(
    List<TransactionResponse.Transaction> transactions, int page, int limit, long total) {
  static TransactionsResponse from(Page<CreditEntry> page) {
    return new TransactionsResponse(
        page.items().stream().map(TransactionResponse.Transaction::from).toList(),
        page.page(),
        page.limit(),
        page.total());
  }
}
