package dev.stagedoor.persistence.tv;

import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.tv.ProfileId;
import dev.stagedoor.domain.tv.Stamp;
import dev.stagedoor.domain.tv.Telling;
import dev.stagedoor.domain.tv.WatchProgress;
import dev.stagedoor.domain.tv.port.WatchProgressRepository;
import dev.stagedoor.persistence.sql.Columns;
import dev.stagedoor.persistence.sql.Pages;
import dev.stagedoor.persistence.tv.WatchTables.Progress;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

@Singleton
@InsideUnitOfWork
class JooqWatchProgressRepository implements WatchProgressRepository {
  private static final List<Field<?>> COLUMNS =
      List.of(
          Progress.PROFILE_ID,
          Progress.ITEM_ID,
          Progress.ITEM_TYPE,
          Progress.PROGRESS,
          Progress.DURATION,
          Progress.IS_COMPLETED,
          Progress.TOLD_AT,
          Progress.TOLD_BY,
          Progress.TYPE_AT,
          Progress.TYPE_BY,
          Progress.DURATION_AT,
          Progress.DURATION_BY,
          Progress.UPDATED_AT,
          Progress.VERSION);

  /**
   * Merges as {@link WatchProgress#and} does. The rows are written even where that says nothing
   * new, so that they are returned by the same statement; always in one order, so that two servers
   * do not wait for each other in a circle.
   */
  private static final String TELL =
      """
      insert into tv_progress as known (
        profile_id, item_id, item_type, progress_seconds, duration_seconds, is_completed, told_at, told_by,
        type_at, type_by, duration_at, duration_by, updated_at, version)
      select profile.id, told.item_id, told.item_type, told.progress_seconds, told.duration_seconds, told.is_done,
        told.at, told.by, case when told.item_type is not null then told.at end,
        case when told.item_type is not null then told.by end,
        case when told.duration_seconds is not null then told.at end,
        case when told.duration_seconds is not null then told.by end, told.now, 1
      from unnest(
          cast(? as uuid[]), cast(? as uuid[]), cast(? as text[]), cast(? as text[]), cast(? as integer[]),
          cast(? as integer[]), cast(? as boolean[]), cast(? as timestamptz[]), cast(? as text[]),
          cast(? as timestamptz[]))
        as told (profile_id, owner_id, item_id, item_type, progress_seconds, duration_seconds, is_done, at, by, now)
        join tv_profiles profile on profile.id = told.profile_id and profile.owner_id = told.owner_id
      order by 1, 2
      on conflict (profile_id, item_id) do update set (
        progress_seconds, told_at, told_by, item_type, type_at, type_by, duration_seconds, duration_at, duration_by,
        is_completed, updated_at, version, told_in) = (
        select
          case when moves then excluded.progress_seconds else known.progress_seconds end,
          case when moves then excluded.told_at else known.told_at end,
          case when moves then excluded.told_by else known.told_by end,
          case when types then excluded.item_type else known.item_type end,
          case when types then excluded.type_at else known.type_at end,
          case when types then excluded.type_by else known.type_by end,
          case when lasts then excluded.duration_seconds else known.duration_seconds end,
          case when lasts then excluded.duration_at else known.duration_at end,
          case when lasts then excluded.duration_by else known.duration_by end,
          known.is_completed or completes,
          case when moves or types or lasts or completes then excluded.updated_at else known.updated_at end,
          known.version + case when moves or types or lasts or completes then 1 else 0 end,
          case when moves or types or lasts or completes then excluded.told_in else known.told_in end
        from (select
          (excluded.told_at, excluded.told_by, excluded.progress_seconds)
            > (known.told_at, known.told_by, known.progress_seconds) as moves,
          coalesce(
            (excluded.type_at, excluded.type_by, excluded.item_type) > (known.type_at, known.type_by, known.item_type),
            excluded.item_type is not null) as types,
          coalesce(
            (excluded.duration_at, excluded.duration_by, excluded.duration_seconds)
              > (known.duration_at, known.duration_by, known.duration_seconds),
            excluded.duration_seconds is not null) as lasts,
          excluded.is_completed and not known.is_completed as completes) as news)
      returning profile_id, item_id, item_type, progress_seconds, duration_seconds, is_completed, told_at, told_by,
        type_at, type_by, duration_at, duration_by, updated_at, version
      """;

  /** What is told of: at most once by each statement. */
  private record Key(ProfileId profile, String itemId) {}

  private final DSLContext sql;

  JooqWatchProgressRepository(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public List<Optional<WatchProgress>> tell(List<Telling> tellings) {
    List<Optional<WatchProgress>> ends =
        new ArrayList<>(Collections.nCopies(tellings.size(), Optional.empty()));
    for (Map<Key, Integer> round : rounds(tellings)) {
      List<Telling> told = round.values().stream().map(tellings::get).toList();
      for (WatchProgress end : merge(told)) {
        int place = Objects.requireNonNull(round.get(new Key(end.profile(), end.itemId())));
        ends.set(place, Optional.of(end));
      }
    }
    return ends;
  }

  /** One statement may touch a row once only: what is told of one thing again is told later. */
  private static List<Map<Key, Integer>> rounds(List<Telling> tellings) {
    List<Map<Key, Integer>> rounds = new ArrayList<>();
    Map<Key, Integer> times = new HashMap<>();
    for (int i = 0; i < tellings.size(); i++) {
      Telling telling = tellings.get(i);
      Key key = new Key(telling.profile(), telling.watched().itemId());
      int round = times.merge(key, 1, Integer::sum) - 1;
      if (round == rounds.size()) {
        rounds.add(new LinkedHashMap<>());
      }
      rounds.get(round).put(key, i);
    }
    return rounds;
  }

  private List<WatchProgress> merge(List<Telling> all) {
    return sql.resultQuery(
            TELL,
            Columns.of(all, telling -> telling.profile().value(), UUID[]::new),
            Columns.of(all, telling -> telling.owner().value(), UUID[]::new),
            Columns.of(all, telling -> telling.watched().itemId(), String[]::new),
            Columns.of(all, telling -> telling.watched().itemType().orElse(null), String[]::new),
            Columns.of(all, telling -> telling.watched().progressSeconds(), Integer[]::new),
            Columns.of(
                all, telling -> telling.watched().durationSeconds().orElse(null), Integer[]::new),
            Columns.of(all, telling -> telling.watched().isDone(), Boolean[]::new),
            Columns.times(all, telling -> telling.watched().stamp().at()),
            Columns.of(all, telling -> telling.watched().stamp().device(), String[]::new),
            Columns.times(all, Telling::now))
        .coerce(COLUMNS)
        .fetch(JooqWatchProgressRepository::progress);
  }

  @Override
  public Optional<WatchProgress> find(ProfileId profile, String itemId) {
    return sql.select(COLUMNS)
        .from(Progress.TABLE)
        .where(is(profile, itemId))
        .fetchOptional(JooqWatchProgressRepository::progress);
  }

  private static Condition is(ProfileId profile, String itemId) {
    return Progress.PROFILE_ID.eq(profile.value()).and(Progress.ITEM_ID.eq(itemId));
  }

  @Override
  public Page<WatchProgress> list(ProfileId profile, PageRequest page) {
    return Pages.fetch(
        sql,
        sql.select(COLUMNS)
            .from(Progress.TABLE)
            .where(Progress.PROFILE_ID.eq(profile.value()))
            .orderBy(Progress.TOLD_AT.desc(), Progress.ITEM_ID.desc()),
        page,
        JooqWatchProgressRepository::progress);
  }

  @Override
  public void remove(ProfileId profile, String itemId) {
    sql.deleteFrom(Progress.TABLE).where(is(profile, itemId)).execute();
  }

  private static WatchProgress progress(Record row) {
    return new WatchProgress(
        new ProfileId(row.get(Progress.PROFILE_ID)),
        row.get(Progress.ITEM_ID),
        Optional.ofNullable(row.get(Progress.ITEM_TYPE)),
        row.get(Progress.PROGRESS),
        Optional.ofNullable(row.get(Progress.DURATION)),
        row.get(Progress.IS_COMPLETED),
        new Stamp(row.get(Progress.TOLD_AT), row.get(Progress.TOLD_BY)),
        stamp(row.get(Progress.TYPE_AT), row.get(Progress.TYPE_BY)),
        stamp(row.get(Progress.DURATION_AT), row.get(Progress.DURATION_BY)),
        row.get(Progress.UPDATED_AT),
        row.get(Progress.VERSION));
  }

  private static Optional<Stamp> stamp(@Nullable Instant at, @Nullable String device) {
    return at == null || device == null ? Optional.empty() : Optional.of(new Stamp(at, device));
  }
}
