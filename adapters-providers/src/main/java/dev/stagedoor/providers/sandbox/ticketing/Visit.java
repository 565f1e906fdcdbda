package dev.stagedoor.providers.sandbox.ticketing;

import dev.stagedoor.domain.kernel.Secret;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An organiser who was let in, as the shop remembers.
 *
 * @param key names the visit in addresses and cannot be guessed
 * @param reference what the product knows the session by
 * @param who as the product named them
 * @param event the product's own event, where they came because of one
 * @param sale what they sell here
 */
public record Visit(
    String key,
    String reference,
    String who,
    @Nullable String event,
    @Nullable String sale,
    List<Said> said) {
  public Visit {
    said = List.copyOf(said);
  }

  Secret session() {
    return Secret.of(reference);
  }

  public Optional<UUID> ours() {
    return Optional.ofNullable(event).map(UUID::fromString);
  }

  @Override
  public String toString() {
    return "a visit of the ticket shop";
  }
}
