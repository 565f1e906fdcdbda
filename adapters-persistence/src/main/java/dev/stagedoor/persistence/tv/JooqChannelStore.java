package dev.stagedoor.persistence.tv;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.max;

import dev.stagedoor.domain.tv.Channel;
import dev.stagedoor.domain.tv.PlaylistId;
import dev.stagedoor.domain.tv.Programme;
import dev.stagedoor.domain.tv.SearchText;
import dev.stagedoor.domain.tv.port.ChannelStore;
import dev.stagedoor.persistence.crypto.ColumnCipher;
import dev.stagedoor.persistence.crypto.EncryptedColumn;
import dev.stagedoor.persistence.crypto.Place;
import dev.stagedoor.persistence.sql.Codes;
import dev.stagedoor.persistence.tv.PlaylistTables.Channels;
import dev.stagedoor.persistence.tv.PlaylistTables.Playlists;
import dev.stagedoor.persistence.tv.PlaylistTables.Programmes;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Adds whole batches by one statement each, which takes every column as an array. */
@Singleton
@InsideUnitOfWork
class JooqChannelStore implements ChannelStore {
  private static final String ADD_CHANNELS =
      """
      insert into tv_channels (
        playlist_id, edition, position, item_id, kind, name, folded_name, words, group_name,
        logo, guide_id, address)
      select cast(? as uuid), cast(? as integer), ? + added.number, added.item_id, added.kind, added.name,
        added.folded_name, array_to_tsvector(string_to_array(added.words, ' ')), added.group_name, added.logo,
        added.guide_id, added.address
      from unnest(
        cast(? as text[]), cast(? as text[]), cast(? as text[]), cast(? as text[]), cast(? as text[]),
        cast(? as text[]), cast(? as text[]), cast(? as text[]), cast(? as text[]))
        with ordinality
        as added (item_id, kind, name, folded_name, words, group_name, logo, guide_id, address, number)
      on conflict on constraint tv_channels_once do nothing
      """;

  private static final String ADD_PROGRAMMES =
      """
      insert into tv_programmes (playlist_id, edition, guide_id, starts_at, ends_at, title, description)
      select cast(? as uuid), cast(? as integer), added.*
      from unnest(
        cast(? as text[]), cast(? as timestamptz[]), cast(? as timestamptz[]), cast(? as text[]), cast(? as text[]))
        as added
      """;

  private final DSLContext sql;
  private final ColumnCipher cipher;

  JooqChannelStore(DSLContext sql, ColumnCipher cipher) {
    this.sql = sql;
    this.cipher = cipher;
  }

  @Override
  public int add(PlaylistId playlist, int edition, List<Channel> channels) {
    UUID id = playlist.value();
    if (!isHeld(id)) {
      return 0;
    }
    int last = last(id, edition);
    String[] addresses = new String[channels.size()];
    for (int i = 0; i < addresses.length; i++) {
      addresses[i] = cipher.encrypt(place(id, edition, last + i + 1), channels.get(i).address());
    }
    return sql.execute(
        ADD_CHANNELS,
        id,
        edition,
        last,
        texts(channels, Channel::itemId),
        texts(channels, channel -> channel.kind().code()),
        texts(channels, Channel::name),
        texts(channels, channel -> folded(channel.name())),
        texts(channels, JooqChannelStore::words),
        texts(channels, Channel::group),
        texts(channels, channel -> channel.logo().orElse(null)),
        texts(channels, channel -> channel.guideId().orElse(null)),
        addresses);
  }

  /** Locks a playlist against being removed; tells whether it is still there. */
  private boolean isHeld(UUID playlist) {
    return sql.selectOne()
        .from(Playlists.TABLE)
        .where(Playlists.ID.eq(playlist))
        .forNoKeyUpdate()
        .fetchOptional()
        .isPresent();
  }

  private int last(UUID playlist, int edition) {
    return sql.select(coalesce(max(Channels.POSITION), 0))
        .from(Channels.TABLE)
        .where(Channels.PLAYLIST_ID.eq(playlist), Channels.EDITION.eq(edition))
        .fetchSingle()
        .value1();
  }

  private static <T> @Nullable String[] texts(
      List<T> all, Function<? super T, @Nullable String> text) {
    return all.stream().map(text).toArray(String[]::new);
  }

  static String folded(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static String words(Channel channel) {
    return String.join(" ", SearchText.wordsOf(channel.name() + " " + channel.group()));
  }

  private static Place place(UUID playlist, int edition, int position) {
    return EncryptedColumn.TV_CHANNEL_ADDRESS.at(playlist, edition, position);
  }

  @Override
  public void addGuide(PlaylistId playlist, int edition, List<Programme> programmes) {
    UUID id = playlist.value();
    if (isHeld(id)) {
      sql.execute(
          ADD_PROGRAMMES,
          id,
          edition,
          texts(programmes, Programme::guideId),
          texts(programmes, on -> on.startsAt().atOffset(ZoneOffset.UTC).toString()),
          texts(programmes, on -> on.endsAt().atOffset(ZoneOffset.UTC).toString()),
          texts(programmes, Programme::title),
          texts(programmes, Programme::description));
    }
  }

  @Override
  public void keepOnly(PlaylistId playlist, int edition) {
    UUID id = playlist.value();
    sql.deleteFrom(Channels.TABLE)
        .where(Channels.PLAYLIST_ID.eq(id), Channels.EDITION.ne(edition))
        .execute();
    sql.deleteFrom(Programmes.TABLE)
        .where(Programmes.PLAYLIST_ID.eq(id), Programmes.EDITION.ne(edition))
        .execute();
  }

  @Override
  public void clear(PlaylistId playlist, int edition) {
    UUID id = playlist.value();
    sql.deleteFrom(Channels.TABLE)
        .where(Channels.PLAYLIST_ID.eq(id), Channels.EDITION.eq(edition))
        .execute();
    sql.deleteFrom(Programmes.TABLE)
        .where(Programmes.PLAYLIST_ID.eq(id), Programmes.EDITION.eq(edition))
        .execute();
  }

  @Override
  public Optional<Channel> find(PlaylistId playlist, int edition, String itemId) {
    UUID id = playlist.value();
    return sql.select(
            Channels.POSITION,
            Channels.ITEM_ID,
            Channels.KIND,
            Channels.NAME,
            Channels.GROUP_NAME,
            Channels.LOGO,
            Channels.GUIDE_ID,
            Channels.ADDRESS)
        .from(Channels.TABLE)
        .where(
            Channels.PLAYLIST_ID.eq(id), Channels.EDITION.eq(edition), Channels.ITEM_ID.eq(itemId))
        .fetchOptional(
            row ->
                new Channel(
                    row.get(Channels.ITEM_ID),
                    Codes.parse(Channel.Kind.class, row.get(Channels.KIND)),
                    row.get(Channels.NAME),
                    row.get(Channels.GROUP_NAME),
                    Optional.ofNullable(row.get(Channels.LOGO)),
                    Optional.ofNullable(row.get(Channels.GUIDE_ID)),
                    cipher.decrypt(
                        place(id, edition, row.get(Channels.POSITION)),
                        row.get(Channels.ADDRESS))));
  }
}
