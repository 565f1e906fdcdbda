package dev.stagedoor.web.tv;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.stagedoor.application.tv.ChargedClient;
import io.micronaut.serde.annotation.Serdeable;

/**
 * What was done for a client, what it cost, and what is left.
 *
 * @param message what was done, in the caller's language
 */
@Serdeable
public record ChargedClientResponse(
    ClientResponse.Client client,
    @JsonProperty("credits_charged") long creditsCharged,
    @JsonProperty("credits_balance") long creditsBalance,
    String message) {
  static ChargedClientResponse from(ChargedClient charged, String done) {
    return new ChargedClientResponse(
        ClientResponse.Client.from(charged.client()),
        charged.creditsCharged(),
        charged.creditsBalance(),
        done);
  }
}
