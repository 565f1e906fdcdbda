package dev.stagedoor.web.liveselling;

import dev.stagedoor.application.liveselling.ShowView;
import dev.stagedoor.domain.kernel.Page;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** One page of shows, the newest first. */
@Serdeable
public record ShowsResponse(List<ShowResponse.Show> shows, int page, int limit, long total) {

  static ShowsResponse from(Page<ShowView> views) {
    return new ShowsResponse(
        views.items().stream().map(ShowResponse.Show::from).toList(),
        views.page(),
        views.limit(),
        views.total());
  }
}
