package dev.stagedoor.web.tv;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.stagedoor.application.tv.FoundItem;
import dev.stagedoor.application.tv.ItemView;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.web.fields.NotOnPhones;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One page of what a search found. */
@Serdeable
public record SearchResponse(List<Result> results, int page, int limit, long total) {
  /**
   * Something that was found.
   *
   * @param score how well it fits, of 1
   * @param matched by what it was found: name, group, or a name that is spelt nearly so (similar)
   */
  @Serdeable
  public record Result(
      @JsonProperty("item_id") String itemId,
      @JsonProperty("item_type") String itemType,
      String name,
      String group,
      Optional<String> logo,
      @JsonProperty("playlist_id") Optional<UUID> playlistId,
      @NotOnPhones BigDecimal score,
      @NotOnPhones String matched) {
    static Result from(FoundItem found) {
      ItemView item = found.item();
      return new Result(
          item.itemId(),
          item.itemType(),
          item.name(),
          item.group(),
          item.logo(),
          item.playlist().map(id -> id.value()),
          BigDecimal.valueOf(found.score(), 3),
          found.matched().code());
    }
  }

  static SearchResponse from(Page<FoundItem> found) {
    return new SearchResponse(
        found.items().stream().map(Result::from).toList(),
        found.page(),
        found.limit(),
        found.total());
  }
}
