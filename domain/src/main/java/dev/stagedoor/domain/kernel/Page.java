package dev.stagedoor.domain.kernel;

import java.util.List;
import java.util.function.Function;

/** One page of a list, with the size of the whole. */
public record Page<T>(List<T> items, int page, int limit, long total) {
  public Page {
    items = List.copyOf(items);
  }

  public static <T> Page<T> of(List<T> items, PageRequest request, long total) {
    return new Page<>(items, request.page(), request.limit(), total);
  }

  public <R> Page<R> map(Function<? super T, ? extends R> change) {
    return new Page<>(items.stream().<R>map(change).toList(), page, limit, total);
  }
}
