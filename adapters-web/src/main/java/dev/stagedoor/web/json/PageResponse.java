package dev.stagedoor.web.json;

import dev.stagedoor.domain.kernel.Page;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.function.Function;

/** One page of a list as it stands in a body. */
@Serdeable
public record PageResponse<T>(List<T> items, int page, int limit, long total) {
  public static <V, T> PageResponse<T> from(Page<V> page, Function<? super V, ? extends T> each) {
    return new PageResponse<>(
        page.items().stream().<T>map(each).toList(), page.page(), page.limit(), page.total());
  }
}
