package dev.stagedoor.web.tv;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Optional;

/**
 * A favorite, wrapped as clients expect it.
 *
 * @param message what was done, in the caller's language
 */
@Serdeable
public record FavoriteResponse(Favorite favorite, String message) {
  /** Something a profile wants to find again. */
  @Serdeable
  public record Favorite(
      @JsonProperty("item_id") String itemId,
      @JsonProperty("item_type") String itemType,
      @JsonProperty("item_name") String itemName,
      @JsonProperty("item_logo") Optional<String> itemLogo,
      @JsonProperty("added_at") Instant addedAt) {
    static Favorite from(dev.stagedoor.domain.tv.Favorite favorite) {
      return new Favorite(
          favorite.itemId(),
          favorite.itemType(),
          favorite.itemName(),
          favorite.itemLogo(),
          favorite.addedAt());
    }
  }

  static FavoriteResponse from(dev.stagedoor.domain.tv.Favorite favorite, String done) {
    return new FavoriteResponse(Favorite.from(favorite), done);
  }
}
