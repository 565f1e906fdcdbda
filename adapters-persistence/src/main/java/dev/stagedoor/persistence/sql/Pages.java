package dev.stagedoor.persistence.sql;

import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.RecordMapper;
import org.jooq.SelectLimitStep;

/** Reads one page of a sorted query, with the size of the whole. */
public final class Pages {
  private Pages() {}

  public static <R extends Record, T> Page<T> fetch(
      DSLContext sql, SelectLimitStep<R> query, PageRequest page, RecordMapper<R, T> mapper) {
    long total = sql.fetchCount(query);
    return Page.of(query.limit(page.limit()).offset(page.offset()).fetch(mapper), page, total);
  }
}
