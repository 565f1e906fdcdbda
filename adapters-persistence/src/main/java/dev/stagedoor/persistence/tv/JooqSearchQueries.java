package dev.stagedoor.persistence.tv;

import static java.util.stream.Collectors.joining;

import dev.stagedoor.application.port.SearchQueries;
import dev.stagedoor.application.tv.FoundItem;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.tv.Channel;
import dev.stagedoor.domain.tv.SearchText;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;

/**
 * Searches by three indexes that begin with the playlist: whole names, words of name and group, and
 * names that share most of their trigrams. From none of them more than {@value #MOST} rows are
 * taken, so that a search for what everything is called takes no longer than any other.
 */
@Singleton
@InsideUnitOfWork
class JooqSearchQueries implements SearchQueries {
  /** Nothing below is called nearly so. */
  private static final String LEAST_ALIKE = "0.45";

  /** Where fewer are found by their words, names that are spelt nearly so are looked for. */
  private static final int FEW = 20;

  private static final int LEAST_LETTERS = 4;

  /** For this unit of work: the planner takes what everything is called for worth a whole table. */
  private static final String SET_UP =
      """
      select set_config('pg_trgm.word_similarity_threshold', ?, true), set_config('enable_seqscan', 'off', true)
      """;

  /**
   * A name is compared as an expression, or else the planner takes the index of trigrams for it.
   */
  private static final String SEARCH =
      """
      with wanted as materialized (
        select cast(? as tsquery) as words, cast(? as text) collate "C" as folded, cast(? as text) as kind),
      named as materialized (
        select distinct playlist.created_at, playlist.id as playlist_id, found.position
        from wanted, tv_playlists playlist, lateral (
          (select position from tv_channels channel
            where playlist_id = playlist.id and edition = playlist.shown
              and hashtextextended(folded_name, 0) = hashtextextended(wanted.folded, 0)
              and folded_name || '' = wanted.folded and (wanted.kind is null or channel.kind = wanted.kind)
            limit 100)
          union all
          (select position from tv_channels channel
            where playlist_id = playlist.id and edition = playlist.shown and channel.words @@ wanted.words
              and (wanted.kind is null or channel.kind = wanted.kind)
            limit 1000)) found
        where playlist.owner_id = ?),
      alike as materialized (
        select playlist.created_at, playlist.id as playlist_id, found.position
        from wanted, tv_playlists playlist, lateral (
          select position from tv_channels channel
            where playlist_id = playlist.id and edition = playlist.shown and wanted.folded <% folded_name
              and (wanted.kind is null or channel.kind = wanted.kind)
            limit 1000) found
        where playlist.owner_id = ? and (select count(*) from named) < ?),
      scored as (
        select found.*, channel.item_id, channel.kind, channel.name, channel.group_name, channel.logo,
          cast(round(case when found.is_named
            then 500 + 300 * word_similarity(wanted.folded, folded_name) + 200 * similarity(wanted.folded, folded_name)
            else 500 * word_similarity(wanted.folded, folded_name) end) as integer) as score
        from (
            select *, true as is_named from named
            union all
            select *, false from (select * from alike except select * from named) others) found
          join tv_playlists playlist on playlist.id = found.playlist_id
          join tv_channels channel on channel.playlist_id = playlist.id and channel.edition = playlist.shown
            and channel.position = found.position, wanted)
      select counted.total, item_id, kind, name, group_name, logo, playlist_id, score, is_named
      from (select count(*) as total from scored) counted left join (
        select * from scored order by score desc, created_at, playlist_id, position limit ? offset ?) page on true
      order by score desc, created_at, playlist_id, position
      """;

  private final DSLContext sql;

  JooqSearchQueries(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public Page<FoundItem> search(
      UserId owner, SearchText wanted, Optional<Channel.Kind> kind, PageRequest page) {
    var unused = sql.fetch(SET_UP, LEAST_ALIKE);
    Result<Record> rows =
        sql.fetch(
            SEARCH,
            query(wanted.words()),
            wanted.folded(),
            kind.map(Channel.Kind::code).orElse(null),
            owner.value(),
            owner.value(),
            isLongEnough(wanted) ? FEW : 0,
            page.limit(),
            page.offset());
    List<FoundItem> found =
        rows.stream()
            .filter(row -> row.get("item_id") != null)
            .map(row -> found(row, wanted))
            .toList();
    return Page.of(found, page, rows.get(0).get("total", Long.class));
  }

  /** Of shorter words next to nothing is left when one letter is wrong. */
  private static boolean isLongEnough(SearchText wanted) {
    return wanted.words().stream().anyMatch(word -> word.length() >= LEAST_LETTERS);
  }

  /** Words have letters and digits alone, so that none ends its quotes. */
  private static String query(List<String> words) {
    int last = words.size() - 1;
    return IntStream.rangeClosed(0, last)
        .mapToObj(place -> "'" + words.get(place) + (place == last ? "':*" : "'"))
        .collect(joining(" & "));
  }

  private static FoundItem found(Record row, SearchText wanted) {
    boolean isNamed = Objects.requireNonNull(row.get("is_named", Boolean.class));
    FoundItem.Matched matched =
        !isNamed
            ? FoundItem.Matched.SIMILAR
            : wanted.isIn(Objects.requireNonNull(row.get("name", String.class)))
                ? FoundItem.Matched.NAME
                : FoundItem.Matched.GROUP;
    return new FoundItem(
        ItemRows.item(row), Objects.requireNonNull(row.get("score", Integer.class)), matched);
  }
}
