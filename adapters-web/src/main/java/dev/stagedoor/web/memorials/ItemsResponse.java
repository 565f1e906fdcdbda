package dev.stagedoor.web.memorials;

import dev.stagedoor.domain.kernel.Page;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** One page of a list. */
@Serdeable
public record ItemsResponse<T>(List<T> items, int page, int limit, long total) {
  static <T> ItemsResponse<T> of(Page<T> page) {
    return new ItemsResponse<>(page.items(), page.page(), page.limit(), page.total());
  }
}
