package dev.stagedoor.web.tv;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.stagedoor.application.tv.ItemView;
import dev.stagedoor.application.tv.TrendingItem;
import dev.stagedoor.web.fields.NotOnPhones;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/** What most people watched lately, the first first. */
@Serdeable
public record TrendingResponse(List<Trending> items) {
  /**
   * Something that many watched.
   *
   * @param viewers how many accounts, three at least
   * @param trend beside the same time before: new, up, steady or down
   */
  @Serdeable
  public record Trending(
      @JsonProperty("item_id") String itemId,
      @JsonProperty("item_type") String itemType,
      String name,
      String group,
      Optional<String> logo,
      @JsonProperty("playlist_id") Optional<UUID> playlistId,
      int viewers,
      String trend,
      @NotOnPhones int rank) {
    static Trending from(TrendingItem one, int rank) {
      ItemView item = one.item();
      return new Trending(
          item.itemId(),
          item.itemType(),
          item.name(),
          item.group(),
          item.logo(),
          item.playlist().map(id -> id.value()),
          one.viewers(),
          one.trend().code(),
          rank);
    }
  }

  static TrendingResponse from(List<TrendingItem> items) {
    return new TrendingResponse(
        IntStream.range(0, items.size())
            .mapToObj(place -> Trending.from(items.get(place), place + 1))
            .toList());
  }
}
