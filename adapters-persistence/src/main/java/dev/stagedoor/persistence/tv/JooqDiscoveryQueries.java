package dev.stagedoor.persistence.tv;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.val;

import dev.stagedoor.application.port.DiscoveryQueries;
import dev.stagedoor.application.tv.Audience;
import dev.stagedoor.application.tv.Candidate;
import dev.stagedoor.application.tv.ItemView;
import dev.stagedoor.application.tv.Seed;
import dev.stagedoor.application.tv.TrendWindow;
import dev.stagedoor.application.tv.TrendingItem;
import dev.stagedoor.domain.tv.SearchText;
import dev.stagedoor.persistence.sql.Codes;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.Record;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * Looks up each thing among what the audience has: by its name in their playlists, which an index
 * has, else among the profile's favourites.
 */
@Singleton
@InsideUnitOfWork
class JooqDiscoveryQueries implements DiscoveryQueries {
  /**
   * Takes owner, groups or null, and profile as 0 to 2; {@code work} is what is looked up. A name
   * is compared as an expression, or else the planner takes the index of trigrams for it.
   */
  private static final String OFFERED =
      """
      lateral (
        select * from (
          (select 1 as place, channel.item_id, channel.kind, channel.name, channel.group_name, channel.logo,
            playlist.id as playlist_id
          from tv_playlists playlist join tv_channels channel on channel.playlist_id = playlist.id
            and channel.edition = playlist.shown
            and hashtextextended(channel.folded_name, 0) = hashtextextended(work.folded_name, 0)
            and channel.folded_name || '' = work.folded_name and channel.kind = work.kind
          where playlist.owner_id = {0} and ({1} is null or channel.group_name = any ({1}))
          order by playlist.created_at, playlist.id, channel.position limit 1)
          union all
          (select 2, item_id, item_type, item_name, '', item_logo, null from tv_favorites
          where profile_id = {2} and item_type = work.kind and folded_name = work.folded_name
          order by item_id limit 1)) known
        order by place limit 1) item
      """;

  private static final String IS_NOT_COMPLETED =
      """
      not exists (
        select from tv_progress where profile_id = {2} and tv_progress.item_id = item.item_id and is_completed)
      """;

  private static final String GROUPS =
      """
      select distinct channel.group_name
      from tv_playlists playlist join tv_channels channel on channel.playlist_id = playlist.id
        and channel.edition = playlist.shown and channel.item_id = any (array(
          select item_id from tv_progress where profile_id = {1}
          union
          select item_id from tv_favorites where profile_id = {1}))
      where playlist.owner_id = {0} and channel.group_name <> ''
      """;

  private static final String TRENDING =
      """
      select item.*, trending.viewers, trending.trend
      from tv_trending trending join tv_works work on work.id = trending.work_id,
      """
          + OFFERED
          + """
      where trending.span = {3} and ({4} is null or work.kind = {4})
      order by trending.score desc, work.id limit {5}
      """;

  /** Takes owner and profile as 0 and 1; {@code item} is what is looked up. */
  private static final String KNOWN =
      """
      lateral (
        select * from (
          (select 1 as place, channel.kind, channel.name, channel.group_name
          from tv_playlists playlist join tv_channels channel on channel.playlist_id = playlist.id
            and channel.edition = playlist.shown and channel.item_id = item.item_id
          where playlist.owner_id = {0}
          order by playlist.created_at, playlist.id limit 1)
          union all
          (select 2, item_type, item_name, '' from tv_favorites
          where profile_id = {1} and tv_favorites.item_id = item.item_id)) found
        order by place limit 1) known
      """;

  private static final String WATCHED =
      """
      select known.* from (
        select item_id, told_at from tv_progress where profile_id = {1}
        order by told_at desc, item_id desc limit {2}) item,
      """
          + KNOWN
          + "order by item.told_at desc, item.item_id desc";

  private static final String FIND =
      "select known.* from (select {2} collate \"C\" as item_id) item, " + KNOWN;

  /**
   * How many watched both, by how many watched each: else what everybody watches belongs to all.
   */
  private static final String WATCHED_TOGETHER =
      """
      select item.*, pair.seed,
        least(1000, cast(round(1000 * pair.accounts / sqrt(pair.viewers * cast(work.viewers as double precision)))
          as integer)) as score
      from (
        select seed.name as seed, seen.viewers, both_watched.other_id, both_watched.accounts
        from unnest({3}, {4}, {5}) as seed (kind, folded_name, name)
          join tv_works seen on seen.kind = seed.kind and seen.folded_name = seed.folded_name, lateral (
            select other_id, accounts from tv_watched_together
            where work_id = seen.id and accounts >= {6}
            order by accounts desc limit 200) both_watched) pair
        join tv_works work on work.id = pair.other_id,
      """
          + OFFERED
          + "where "
          + IS_NOT_COMPLETED
          + "order by score desc, work.id, pair.seed limit {7}";

  /** What is called alike is found by trigrams, what is in the same group by the group's words. */
  private static final String ALIKE =
      """
      select item.*,
        cast(round(600 * similarity(item.folded_name, {4}) + case when item.group_name = {5} then 250 else 0 end)
          as integer) as score
      from (
        select playlist.id as playlist_id, playlist.created_at, found.*
        from tv_playlists playlist, lateral (
          (select position, item_id, kind, name, folded_name, group_name, logo from tv_channels
            where playlist_id = playlist.id and edition = playlist.shown and folded_name % {4} and kind = {3}
            limit 300)
          union
          (select position, item_id, kind, name, folded_name, group_name, logo from tv_channels
            where playlist_id = playlist.id and edition = playlist.shown and words @@ cast({6} as tsquery)
              and group_name = {5} and kind = {3}
            limit 200)) found
        where playlist.owner_id = {0}) item
      where item.folded_name <> {4} and ({1} is null or item.group_name = any ({1})) and
      """
          + IS_NOT_COMPLETED
          + "order by score desc, item.created_at, item.playlist_id, item.position limit {7}";

  /** Each half is read in the order of its index, until there is enough. */
  private static final String NEWEST =
      """
      select item.*, playlist.id as playlist_id
      from (select id, shown from tv_playlists where owner_id = {0} and shown > 0
          order by fetched_at desc, id limit 1) playlist, lateral (
        (select 1 as place, item.* from tv_channels item
          where playlist_id = playlist.id and edition = playlist.shown and kind <> 'channel'
            and ({1} is null or group_name = any ({1})) and
      """
          + IS_NOT_COMPLETED
          + """
          order by position limit {3})
        union all
        (select 2, item.* from tv_channels item
          where playlist_id = playlist.id and edition = playlist.shown and kind = 'channel'
            and ({1} is null or group_name = any ({1})) and
      """
          + IS_NOT_COMPLETED
          + """
          order by position limit {3})) item
      order by item.place, item.position limit {3}
      """;

  private final DSLContext sql;

  JooqDiscoveryQueries(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public List<TrendingItem> trending(
      Audience audience, TrendWindow window, Optional<String> type, int most) {
    return sql.fetch(
            TRENDING,
            owner(audience),
            groups(audience),
            profile(audience),
            text(window.code()),
            text(type.orElse(null)),
            inline(most))
        .map(
            row ->
                new TrendingItem(
                    ItemRows.item(row),
                    ItemRows.number(row, "viewers"),
                    Codes.parse(TrendingItem.Trend.class, ItemRows.text(row, "trend"))));
  }

  @Override
  public List<Seed> watched(Audience audience, int most) {
    return sql.fetch(WATCHED, owner(audience), profile(audience), inline(most))
        .map(JooqDiscoveryQueries::seed);
  }

  @Override
  public Optional<Seed> find(Audience audience, String itemId) {
    return sql.fetch(FIND, owner(audience), profile(audience), text(itemId)).stream()
        .findFirst()
        .map(JooqDiscoveryQueries::seed);
  }

  private static Seed seed(Record row) {
    return new Seed(
        ItemRows.text(row, "kind"), ItemRows.text(row, "name"), ItemRows.text(row, "group_name"));
  }

  @Override
  public List<Candidate> watchedTogether(Audience audience, List<Seed> seeds, int most) {
    return sql.fetch(
            WATCHED_TOGETHER,
            owner(audience),
            groups(audience),
            profile(audience),
            texts(seeds, Seed::itemType),
            texts(seeds, seed -> JooqChannelStore.folded(seed.name())),
            texts(seeds, Seed::name),
            inline(TrendingItem.LEAST_VIEWERS),
            inline(most))
        .map(row -> candidate(row, ItemRows.text(row, "seed")));
  }

  @Override
  public List<Candidate> alike(Audience audience, Seed seed, int most) {
    return sql.fetch(
            ALIKE,
            owner(audience),
            groups(audience),
            profile(audience),
            text(seed.itemType()),
            text(JooqChannelStore.folded(seed.name())),
            text(seed.group()),
            text(inGroup(seed.group())),
            inline(most))
        .map(row -> candidate(row, seed.name()));
  }

  private static @Nullable String inGroup(String group) {
    String words =
        SearchText.wordsOf(group).stream()
            .map(word -> "'" + word + "'")
            .collect(Collectors.joining(" & "));
    return words.isEmpty() ? null : words;
  }

  private static Candidate candidate(Record row, String because) {
    return new Candidate(ItemRows.item(row), ItemRows.number(row, "score"), because);
  }

  @Override
  public List<ItemView> newest(Audience audience, int most) {
    return sql.fetch(NEWEST, owner(audience), groups(audience), profile(audience), inline(most))
        .map(ItemRows::item);
  }

  private static Param<UUID> owner(Audience audience) {
    return val(audience.owner().value(), SQLDataType.UUID);
  }

  private static Param<UUID> profile(Audience audience) {
    return val(audience.profile().value(), SQLDataType.UUID);
  }

  /** Returns in which groups an audience may be shown something; null for all. */
  private Field<String[]> groups(Audience audience) {
    String[] groups =
        audience.isKids()
            ? sql.fetch(GROUPS, owner(audience), profile(audience))
                .map(row -> ItemRows.text(row, "group_name"))
                .toArray(String[]::new)
            : null;
    return texts(groups);
  }

  private static Field<String[]> texts(List<Seed> seeds, Function<Seed, String> text) {
    return texts(seeds.stream().map(text).toArray(String[]::new));
  }

  private static Field<String[]> texts(String @Nullable [] texts) {
    return field("cast({0} as text[])", String[].class, val(texts, String[].class));
  }

  private static Field<String> text(@Nullable String text) {
    return field("cast({0} as text)", String.class, val(text, String.class));
  }
}
