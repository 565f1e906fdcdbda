package dev.stagedoor.persistence.tv;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.position;

import dev.stagedoor.application.port.ChannelQueries;
import dev.stagedoor.application.tv.ChannelSearch;
import dev.stagedoor.application.tv.ChannelView;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.tv.Channel;
import dev.stagedoor.domain.tv.PlaylistId;
import dev.stagedoor.domain.tv.Programme;
import dev.stagedoor.persistence.sql.Codes;
import dev.stagedoor.persistence.sql.Pages;
import dev.stagedoor.persistence.tv.PlaylistTables.Channels;
import dev.stagedoor.persistence.tv.PlaylistTables.Programmes;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;

@Singleton
@InsideUnitOfWork
class JooqChannelQueries implements ChannelQueries {
  private static final int TRIGRAM = 3;
  private static final Pattern LIKE_SIGN = Pattern.compile("[\\\\%_]");

  private final DSLContext sql;

  JooqChannelQueries(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public Page<ChannelView> channels(
      PlaylistId playlist, int edition, ChannelSearch search, PageRequest page) {
    return Pages.fetch(
        sql,
        of(playlist, edition, isWanted(search)).orderBy(Channels.POSITION),
        page,
        JooqChannelQueries::view);
  }

  @Override
  public List<ChannelView> named(PlaylistId playlist, int edition, Set<String> itemIds) {
    return of(playlist, edition, Channels.ITEM_ID.in(itemIds)).fetch(JooqChannelQueries::view);
  }

  private SelectConditionStep<? extends Record> of(
      PlaylistId playlist, int edition, Condition wanted) {
    return sql.select(
            Channels.ITEM_ID,
            Channels.KIND,
            Channels.NAME,
            Channels.GROUP_NAME,
            Channels.LOGO,
            Channels.GUIDE_ID)
        .from(Channels.TABLE)
        .where(isOf(playlist, edition), wanted);
  }

  private static Condition isOf(PlaylistId playlist, int edition) {
    return Channels.PLAYLIST_ID.eq(playlist.value()).and(Channels.EDITION.eq(edition));
  }

  private static Condition isWanted(ChannelSearch search) {
    return search
        .text()
        .map(text -> isNamed(JooqChannelStore.folded(text)))
        .orElse(noCondition())
        .and(search.kind().map(kind -> Channels.KIND.eq(kind.code())).orElse(noCondition()))
        .and(search.group().map(Channels.GROUP_NAME::eq).orElse(noCondition()));
  }

  /** What is shorter than three characters no index finds; it is in many names, and read soon. */
  private static Condition isNamed(String part) {
    return part.codePointCount(0, part.length()) < TRIGRAM
        ? position(Channels.FOLDED_NAME, part).gt(0)
        : Channels.FOLDED_NAME.like("%" + LIKE_SIGN.matcher(part).replaceAll("\\\\$0") + "%");
  }

  private static ChannelView view(Record row) {
    return new ChannelView(
        row.get(Channels.ITEM_ID),
        Codes.parse(Channel.Kind.class, row.get(Channels.KIND)),
        row.get(Channels.NAME),
        row.get(Channels.GROUP_NAME),
        Optional.ofNullable(row.get(Channels.LOGO)),
        Optional.ofNullable(row.get(Channels.GUIDE_ID)));
  }

  @Override
  public Map<String, Integer> groups(PlaylistId playlist, int edition) {
    Map<String, Integer> groups = new LinkedHashMap<>();
    sql.select(Channels.GROUP_NAME, count())
        .from(Channels.TABLE)
        .where(isOf(playlist, edition))
        .groupBy(Channels.GROUP_NAME)
        .orderBy(Channels.GROUP_NAME)
        .limit(MOST_GROUPS)
        .forEach(row -> groups.put(row.value1(), row.value2()));
    return groups;
  }

  @Override
  public Page<Programme> guide(
      PlaylistId playlist,
      int edition,
      Optional<String> guideId,
      Instant from,
      Instant to,
      PageRequest page) {
    return Pages.fetch(
        sql,
        sql.select(
                Programmes.GUIDE_ID,
                Programmes.STARTS_AT,
                Programmes.ENDS_AT,
                Programmes.TITLE,
                Programmes.DESCRIPTION)
            .from(Programmes.TABLE)
            .where(
                Programmes.PLAYLIST_ID.eq(playlist.value()),
                Programmes.EDITION.eq(edition),
                guideId.map(Programmes.GUIDE_ID::eq).orElse(noCondition()),
                Programmes.STARTS_AT.lt(to),
                Programmes.ENDS_AT.gt(from))
            .orderBy(Programmes.STARTS_AT, Programmes.GUIDE_ID, Programmes.TITLE),
        page,
        row ->
            new Programme(
                row.get(Programmes.GUIDE_ID),
                row.get(Programmes.STARTS_AT),
                row.get(Programmes.ENDS_AT),
                row.get(Programmes.TITLE),
                row.get(Programmes.DESCRIPTION)));
  }

  @Override
  public boolean hasGuide(PlaylistId playlist, int edition) {
    return sql.fetchExists(
        sql.selectOne()
            .from(Programmes.TABLE)
            .where(Programmes.PLAYLIST_ID.eq(playlist.value()), Programmes.EDITION.eq(edition)));
  }
}
