package dev.stagedoor.web.tv;

import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.tv.Favorite;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** One page of favorites. */
@Serdeable
public record FavoritesResponse(
    List<FavoriteResponse.Favorite> favorites, int page, int limit, long total) {
  static FavoritesResponse from(Page<Favorite> page) {
    return new FavoritesResponse(
        page.items().stream().map(FavoriteResponse.Favorite::from).toList(),
        page.page(),
        page.limit(),
        page.total());
  }
}
