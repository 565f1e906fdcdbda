package dev.stagedoor.persistence.tv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.contract.ChannelQueriesContract;
import dev.stagedoor.application.port.ChannelQueries;
import dev.stagedoor.application.tv.ChannelSearch;
import dev.stagedoor.application.tv.ChannelView;
import dev.stagedoor.domain.fixture.WatchSamples;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.tv.Playlist;
import dev.stagedoor.domain.tv.PlaylistId;
import dev.stagedoor.domain.tv.port.ChannelStore;
import dev.stagedoor.domain.tv.port.PlaylistRepository;
import dev.stagedoor.persistence.TestPersistence;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqChannelQueriesTest implements ChannelQueriesContract {
  @RegisterExtension static final TestPersistence OPEN = new TestPersistence();

  @Override
  public ChannelQueries queries() {
    return OPEN.ports().tv().channelQueries();
  }

  @Override
  public PlaylistRepository playlists() {
    return OPEN.ports().tv().playlists();
  }

  @Override
  public ChannelStore channels() {
    return OPEN.ports().tv().channels();
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return OPEN.write(work);
  }

  @Test
  void partsOfNamesAreFoundByAnIndex() throws SQLException {
    PlaylistId playlist = aLongPlaylist();

    assertThat(indexScans(playlist, "annel 177")).isPositive();
    assertThat(indexScans(playlist, "nothing is called so")).isPositive();
    // What has no trigram does not make it read the whole index.
    assertThat(indexScans(playlist, "77")).isZero();
  }

  private PlaylistId aLongPlaylist() {
    PlaylistId playlist =
        write(
            () -> {
              Playlist fresh = WatchSamples.aPlaylist(anAccountOnFile());
              playlists().save(fresh);
              return fresh.id();
            });
    OPEN.database()
        .run(
            """
            insert into tv_channels (
              playlist_id, edition, position, item_id, kind, name, folded_name, group_name, address)
            select '%s', 1, n, 'item-' || n, 'channel', 'Channel ' || n, 'channel ' || n, '', ''
            from generate_series(1, 20000) n
            """
                .formatted(playlist.value()));
    // As the database does by itself after a while.
    OPEN.database().run("vacuum analyze tv_channels");
    return playlist;
  }

  /** Returns how often a search looks into the index of names: to count, and perhaps to list. */
  private static long indexScans(PlaylistId playlist, String text) throws SQLException {
    try (Connection connection = OPEN.database().connect()) {
      connection.setAutoCommit(false);
      DSLContext sql = DSL.using(connection, SQLDialect.POSTGRES);
      Page<ChannelView> found =
          new JooqChannelQueries(sql)
              .channels(
                  playlist,
                  1,
                  new ChannelSearch(Optional.of(text), Optional.empty(), Optional.empty()),
                  PageRequest.first());
      assertThat(found.items()).allMatch(channel -> channel.name().contains(text));
      return sql.fetchSingle("select pg_stat_get_xact_numscans('tv_channels_by_name'::regclass)")
          .get(0, Long.class);
    }
  }
}
