package dev.stagedoor.application.fake;

import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import java.util.List;

/** Cuts lists into pages. */
final class Pages {
  private Pages() {}

  static <T> Page<T> of(List<T> all, PageRequest page) {
    List<T> items = all.stream().skip(page.offset()).limit(page.limit()).toList();
    return Page.of(items, page, all.size());
  }
}
