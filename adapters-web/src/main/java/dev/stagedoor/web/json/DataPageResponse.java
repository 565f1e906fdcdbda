package dev.stagedoor.web.json;

import dev.stagedoor.domain.kernel.Page;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.function.Function;

/** One page of a list, in the envelope clients expect. */
@Serdeable
public record DataPageResponse<T>(boolean success, List<T> data, int page, int limit, long total) {
  public static <V, T> DataPageResponse<T> from(
      Page<V> page, Function<? super V, ? extends T> each) {
    Page<T> told = page.map(each);
    return new DataPageResponse<>(true, told.items(), told.page(), told.limit(), told.total());
  }
}
