package dev.stagedoor.persistence.tv;

import dev.stagedoor.application.port.Viewings;
import dev.stagedoor.application.tv.TrendWindow;
import dev.stagedoor.application.tv.TrendingItem;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Record;

/**
 * Gathers by a few statements for each batch. Who watched what is a row that is there once, and is
 * counted once: so whatever is read again, is not counted again.
 */
@Singleton
@InsideUnitOfWork
class JooqViewings implements Viewings {
  /** Two windows of a week, and what a day may begin before. */
  private static final Duration KEPT = Duration.ofDays(16);

  private static final int MOST_RANKED = 1_000;

  /**
   * Reads by transaction, in the order of the database: those below the oldest that still runs are
   * all over. A database that was restored into another cluster begins again at the first one, as
   * its transactions do.
   *
   * <p>What is told of is found in the playlists of its viewer. Of what is in none nothing is kept:
   * favourites are called whatever somebody likes.
   */
  private static final String GATHER =
      """
      with told as materialized (
        select profile_id, item_id, progress_seconds, is_completed, told_at, told_in
        from tv_progress
        where told_in > (
            select case when until < pg_snapshot_xmin(pg_current_snapshot()) then until else '0' end from tv_gathered)
          and told_in < pg_snapshot_xmin(pg_current_snapshot())
        order by told_in fetch first cast(? as integer) rows with ties),
      watched as materialized (
        select profile.owner_id, named.kind, named.folded_name, told.told_at
        from told join tv_profiles profile on profile.id = told.profile_id, lateral (
          select channel.kind, channel.folded_name
          from tv_playlists playlist join tv_channels channel on channel.playlist_id = playlist.id
            and channel.edition = playlist.shown and channel.item_id = told.item_id
          where playlist.owner_id = profile.owner_id
          order by playlist.created_at limit 1) named
        where told.is_completed or told.progress_seconds >= cast(? as integer)),
      fresh as (
        insert into tv_works (kind, folded_name, counted_at)
        select distinct kind, folded_name, cast(? as timestamptz) from watched
        on conflict do nothing returning id, kind, folded_name),
      works as (
        select * from fresh
        union all
        select id, kind, folded_name from tv_works where (kind, folded_name) in (select kind, folded_name from watched)),
      viewed as materialized (
        select watched.owner_id, works.id as work_id, watched.told_at
        from watched join works on works.kind = watched.kind and works.folded_name = watched.folded_name),
      ever as (
        insert into tv_viewings as known (owner_id, work_id, last_at, is_counted)
        select owner_id, work_id, max(told_at), false from viewed group by owner_id, work_id
        on conflict (owner_id, work_id) do update set last_at = greatest(known.last_at, excluded.last_at)),
      days as (
        insert into tv_viewing_days as known (work_id, day, owner_id, first_at, last_at)
        select work_id, cast(told_at at time zone 'UTC' as date), owner_id, min(told_at), max(told_at)
        from viewed where told_at > cast(? as timestamptz) group by 1, 2, 3
        on conflict (work_id, day, owner_id) do update set
          first_at = least(known.first_at, excluded.first_at), last_at = greatest(known.last_at, excluded.last_at))
      select cast(told_in as text) as until, count(*) over () as tellings from told order by told_in desc limit 1
      """;

  private static final String COUNT_VIEWERS =
      """
      update tv_works set viewers = viewers + fresh.accounts, counted_at = cast(? as timestamptz)
      from (select work_id, cast(count(*) as integer) as accounts from tv_viewings where not is_counted group by work_id)
        as fresh
      where id = fresh.work_id
      """;

  /** Of two that are both new the pair is counted once, at the one with the higher id. */
  private static final String COUNT_PAIRS =
      """
      with pairs as materialized (
        select fresh.work_id, other.work_id as other_id
        from tv_viewings fresh, lateral (
          select work_id from tv_viewings known
          where known.owner_id = fresh.owner_id and known.work_id <> fresh.work_id
            and (known.is_counted or known.work_id < fresh.work_id)
          order by last_at desc, work_id limit cast(? as integer)) other
        where not fresh.is_counted)
      insert into tv_watched_together as known (work_id, other_id, accounts, counted_at)
      select one, another, count(*), cast(? as timestamptz) from (
        select work_id as one, other_id as another from pairs union all select other_id, work_id from pairs) both_ways
      group by one, another
      on conflict (work_id, other_id) do update set
        accounts = known.accounts + excluded.accounts, counted_at = excluded.counted_at
      """;

  /** Whoever watched counts for half as much after each half-life. */
  private static final String RANK =
      """
      insert into tv_trending (span, work_id, viewers, score, trend)
      select span, work_id, viewers, score,
        case when before = 0 then 'new' when viewers > before then 'up' when viewers < before then 'down'
          else 'steady' end
      from (
        select cast(? as text) as span, work_id, count(*) filter (where last_at >= since) as viewers,
          count(*) filter (where was_before) as before,
          coalesce(sum(power(0.5, extract(epoch from now - last_at) / half_life)) filter (where last_at >= since), 0)
            as score
        from (
          select work_id, owner_id, max(last_at) as last_at, bool_or(first_at < since) as was_before, since, now,
            half_life
          from tv_viewing_days, (
            select cast(? as timestamptz) as now, cast(? as timestamptz) as since, cast(? as timestamptz) as begin,
              cast(? as integer) as half_life) as times
          where last_at >= begin and last_at <= now
          group by work_id, owner_id, since, now, half_life) as each_viewer
        group by work_id) as works
      where viewers >= cast(? as integer)
      order by score desc, work_id limit cast(? as integer)
      """;

  private static final String RARE_WORKS =
      """
      select id from tv_works where viewers < cast(? as integer) and counted_at < cast(? as timestamptz)
      order by counted_at limit cast(? as integer)
      """;

  /** Each pair is there both ways round. */
  private static final String FORGET_PAIRS_OF =
      """
      with one_way as materialized (
        select work_id, other_id from tv_watched_together where work_id = any (cast(? as bigint[])))
      delete from tv_watched_together where (work_id, other_id) in (
        select work_id, other_id from one_way union select other_id, work_id from one_way)
      """;

  private static final String FORGET_RARE_PAIRS =
      """
      delete from tv_watched_together where (work_id, other_id) in (
        select work_id, other_id from tv_watched_together
        where accounts < cast(? as integer) and counted_at < cast(? as timestamptz)
        order by counted_at limit cast(? as integer))
      """;

  private static final List<String> FORGET_WORKS =
      List.of(
          "delete from tv_viewing_days where work_id = any (cast(? as bigint[]))",
          "delete from tv_viewings where work_id = any (cast(? as bigint[]))",
          "delete from tv_works where id = any (cast(? as bigint[]))");

  private final DSLContext sql;

  JooqViewings(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public int gather(Instant now, int most) {
    lock();
    Record read = sql.fetchOne(GATHER, most, LEAST_SECONDS, time(now), time(now.minus(KEPT)));
    if (read == null) {
      return 0;
    }
    sql.execute(COUNT_VIEWERS, time(now));
    sql.execute(COUNT_PAIRS, MOST_PAIRED, time(now));
    sql.execute("update tv_viewings set is_counted = true where not is_counted");
    sql.execute("update tv_gathered set until = cast(? as xid8)", read.get("until", String.class));
    return Objects.requireNonNull(read.get("tellings", Integer.class));
  }

  @Override
  public void rank(TrendWindow window, Instant now) {
    lock();
    sql.execute("delete from tv_trending where span = cast(? as text)", window.code());
    Instant since = now.minus(window.length());
    sql.execute(
        RANK,
        window.code(),
        time(now),
        time(since),
        time(since.minus(window.length())),
        Math.toIntExact(window.halfLife().toSeconds()),
        TrendingItem.LEAST_VIEWERS,
        MOST_RANKED);
  }

  @Override
  public int forget(Instant now, int most) {
    lock();
    sql.execute(
        "delete from tv_viewing_days where last_at < cast(? as timestamptz)",
        time(now.minus(KEPT)));
    String before = time(now.minus(RARE_KEPT));
    Long[] works =
        sql.fetch(RARE_WORKS, TrendingItem.LEAST_VIEWERS, before, most)
            .getValues(0, Long.class)
            .toArray(Long[]::new);
    if (works.length > 0) {
      sql.execute(FORGET_PAIRS_OF, (Object) works);
      FORGET_WORKS.forEach(statement -> sql.execute(statement, (Object) works));
    }
    int pairs = sql.execute(FORGET_RARE_PAIRS, TrendingItem.LEAST_VIEWERS, before, most);
    return Math.max(works.length, pairs);
  }

  private void lock() {
    var unused = sql.fetch("select is_only from tv_gathered for update");
  }

  private static String time(Instant at) {
    return at.atOffset(ZoneOffset.UTC).toString();
  }
}
