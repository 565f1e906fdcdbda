package dev.stagedoor.web.tv;

import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.tv.WatchProgress;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** One page of what was watched. */
@Serdeable
public record WatchedResponse(
    List<WatchProgressResponse.Progress> progress, int page, int limit, long total) {
  static WatchedResponse from(Page<WatchProgress> page) {
    return new WatchedResponse(
        page.items().stream().map(WatchProgressResponse.Progress::from).toList(),
        page.page(),
        page.limit(),
        page.total());
  }
}
