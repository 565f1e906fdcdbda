package dev.stagedoor.web.tv;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.stagedoor.application.tv.MovedCredits;
import dev.stagedoor.domain.tv.ClientId;
import dev.stagedoor.domain.tv.CreditEntry;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What was moved, and what is there now.
 *
 * @param message what was done, in the caller's language
 */
@Serdeable
public record TransactionResponse(
    Transaction transaction, @JsonProperty("credits_balance") long creditsBalance, String message) {
  /**
   * One movement of credits.
   *
   * @param number counts the movements of one account, without gaps
   * @param type grant, deduction, client_created or client_renewed
   * @param amount negative where credits were taken away
   */
  @Serdeable
  public record Transaction(
      UUID id,
      long number,
      String type,
      long amount,
      @JsonProperty("balance_after") long balanceAfter,
      String description,
      @JsonProperty("client_id") Optional<UUID> clientId,
      @JsonProperty("created_at") Instant createdAt) {
    static Transaction from(CreditEntry entry) {
      return new Transaction(
          entry.id().value(),
          entry.number(),
          entry.kind().code(),
          entry.amount(),
          entry.balance(),
          entry.description(),
          entry.client().map(ClientId::value),
          entry.at());
    }
  }

  static TransactionResponse from(MovedCredits moved, String done) {
    return new TransactionResponse(Transaction.from(moved.entry()), moved.creditsBalance(), done);
  }
}
