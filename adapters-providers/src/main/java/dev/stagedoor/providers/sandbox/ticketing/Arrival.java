package dev.stagedoor.providers.sandbox.ticketing;

import java.util.List;
import java.util.Optional;

/**
 * What became of somebody who came to the shop from the product.
 *
 * @param visit empty for who was not let in
 */
public record Arrival(List<Said> said, Optional<Visit> visit) {
  public Arrival {
    said = List.copyOf(said);
  }
}
