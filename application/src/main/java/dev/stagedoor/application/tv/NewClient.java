package dev.stagedoor.application.tv;

import dev.stagedoor.domain.kernel.Secret;
import java.util.Optional;

/**
 * A client to be made, by a reseller.
 *
 * @param key makes it repeatable: the same key makes one client
 */
public record NewClient(
    String email, Secret password, String fullName, String priceId, Optional<String> key) {
  @Override
  public String toString() {
    return "NewClient[" + priceId + "]";
  }
}
