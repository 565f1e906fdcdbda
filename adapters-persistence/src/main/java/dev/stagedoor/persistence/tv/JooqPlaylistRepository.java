package dev.stagedoor.persistence.tv;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.tv.Playlist;
import dev.stagedoor.domain.tv.PlaylistAccess;
import dev.stagedoor.domain.tv.PlaylistId;
import dev.stagedoor.domain.tv.PlaylistProblem;
import dev.stagedoor.domain.tv.port.PlaylistRepository;
import dev.stagedoor.persistence.crypto.ColumnCipher;
import dev.stagedoor.persistence.crypto.EncryptedColumn;
import dev.stagedoor.persistence.sql.Codes;
import dev.stagedoor.persistence.sql.Versions;
import dev.stagedoor.persistence.tv.PlaylistTables.Channels;
import dev.stagedoor.persistence.tv.PlaylistTables.Playlists;
import dev.stagedoor.persistence.tv.PlaylistTables.Programmes;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jspecify.annotations.Nullable;

@Singleton
@InsideUnitOfWork
class JooqPlaylistRepository implements PlaylistRepository {
  private static final List<Field<?>> COLUMNS =
      List.of(
          Playlists.ID,
          Playlists.OWNER_ID,
          Playlists.NAME,
          Playlists.URL,
          Playlists.USERNAME,
          Playlists.PASSWORD,
          Playlists.STATUS,
          Playlists.EDITION,
          Playlists.SHOWN,
          Playlists.CHANNELS,
          Playlists.PROBLEM,
          Playlists.FETCHED_AT,
          Playlists.CREATED_AT,
          Playlists.VERSION);

  private final DSLContext sql;
  private final ColumnCipher cipher;

  JooqPlaylistRepository(DSLContext sql, ColumnCipher cipher) {
    this.sql = sql;
    this.cipher = cipher;
  }

  @Override
  public Optional<Playlist> find(PlaylistId id) {
    return those(Playlists.ID.eq(id.value())).fetchOptional(this::playlist);
  }

  @Override
  public Optional<Playlist> lock(PlaylistId id) {
    return those(Playlists.ID.eq(id.value())).forNoKeyUpdate().fetchOptional(this::playlist);
  }

  @Override
  public List<Playlist> of(UserId owner) {
    return those(Playlists.OWNER_ID.eq(owner.value()))
        .orderBy(Playlists.CREATED_AT, Playlists.ID)
        .fetch(this::playlist);
  }

  private SelectConditionStep<Record> those(Condition wanted) {
    return sql.select(COLUMNS).from(Playlists.TABLE).where(wanted);
  }

  @Override
  public void save(Playlist playlist) {
    Playlist.Snapshot now = playlist.snapshot();
    UUID id = now.id().value();
    if (now.version() == 0) {
      Versions.mustChange(
          sql.insertInto(Playlists.TABLE)
              .set(Playlists.ID, id)
              .set(values(now))
              .set(Playlists.VERSION, 1L)
              .onConflictDoNothing()
              .execute());
    } else {
      Versions.mustChange(
          sql.update(Playlists.TABLE)
              .set(values(now))
              .set(Playlists.VERSION, now.version() + 1)
              .where(Playlists.ID.eq(id), Playlists.VERSION.eq(now.version()))
              .execute());
    }
  }

  @Override
  public void remove(PlaylistId id) {
    UUID playlist = id.value();
    // First, so that nobody adds any channel afterwards.
    sql.deleteFrom(Playlists.TABLE).where(Playlists.ID.eq(playlist)).execute();
    sql.deleteFrom(Channels.TABLE).where(Channels.PLAYLIST_ID.eq(playlist)).execute();
    sql.deleteFrom(Programmes.TABLE).where(Programmes.PLAYLIST_ID.eq(playlist)).execute();
  }

  private Map<Field<?>, @Nullable Object> values(Playlist.Snapshot playlist) {
    UUID id = playlist.id().value();
    PlaylistAccess access = playlist.access();
    Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
    values.put(Playlists.OWNER_ID, playlist.owner().value());
    values.put(Playlists.NAME, playlist.name());
    values.put(Playlists.URL, cipher.encrypt(EncryptedColumn.TV_PLAYLIST_URL.at(id), access.url()));
    values.put(
        Playlists.USERNAME,
        cipher.encryptNullable(
            EncryptedColumn.TV_PLAYLIST_USERNAME.at(id),
            access.username().map(Secret::of).orElse(null)));
    values.put(
        Playlists.PASSWORD,
        cipher.encryptNullable(
            EncryptedColumn.TV_PLAYLIST_PASSWORD.at(id), access.password().orElse(null)));
    values.put(Playlists.STATUS, playlist.status().code());
    values.put(Playlists.EDITION, playlist.edition());
    values.put(Playlists.SHOWN, playlist.shown());
    values.put(Playlists.CHANNELS, playlist.channels());
    values.put(Playlists.PROBLEM, Codes.ofNullable(playlist.problem()));
    values.put(Playlists.FETCHED_AT, playlist.fetchedAt());
    values.put(Playlists.CREATED_AT, playlist.createdAt());
    return values;
  }

  private Playlist playlist(Record row) {
    UUID id = row.get(Playlists.ID);
    String problem = row.get(Playlists.PROBLEM);
    return Playlist.restore(
        new Playlist.Snapshot(
            new PlaylistId(id),
            new UserId(row.get(Playlists.OWNER_ID)),
            row.get(Playlists.NAME),
            new PlaylistAccess(
                cipher.decrypt(EncryptedColumn.TV_PLAYLIST_URL.at(id), row.get(Playlists.URL)),
                Optional.ofNullable(
                        cipher.decryptNullable(
                            EncryptedColumn.TV_PLAYLIST_USERNAME.at(id),
                            row.get(Playlists.USERNAME)))
                    .map(Secret::reveal),
                Optional.ofNullable(
                    cipher.decryptNullable(
                        EncryptedColumn.TV_PLAYLIST_PASSWORD.at(id), row.get(Playlists.PASSWORD)))),
            Codes.parse(Playlist.Status.class, row.get(Playlists.STATUS)),
            row.get(Playlists.EDITION),
            row.get(Playlists.SHOWN),
            row.get(Playlists.CHANNELS),
            problem == null ? null : Codes.parse(PlaylistProblem.class, problem),
            row.get(Playlists.FETCHED_AT),
            row.get(Playlists.CREATED_AT),
            row.get(Playlists.VERSION)));
  }
}
