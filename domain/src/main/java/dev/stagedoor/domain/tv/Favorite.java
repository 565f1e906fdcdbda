package dev.stagedoor.domain.tv;

import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Fault;
import java.time.Instant;
import java.util.Optional;

/** Something a profile wants to find again. */
public record Favorite(
    ProfileId profile,
    String itemId,
    String itemType,
    String itemName,
    Optional<String> itemLogo,
    Instant addedAt) {
  public static final int MAX_NAME = 300;
  public static final int MAX_LOGO = 2000;

  /**
   * @throws DomainException {@code INVALID_VALUE}
   */
  public Favorite {
    itemId = Item.id(itemId);
    itemType = Item.type(itemType);
    itemName = itemName.strip();
    if (itemName.length() > MAX_NAME) {
      throw DomainException.invalid(Fault.longerThan("itemName", MAX_NAME));
    }
    if (itemLogo.filter(logo -> logo.length() > MAX_LOGO).isPresent()) {
      throw DomainException.invalid(Fault.longerThan("itemLogo", MAX_LOGO));
    }
  }
}
