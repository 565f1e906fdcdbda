package dev.stagedoor.persistence.tv;

import static dev.stagedoor.domain.fixture.WatchSamples.aPlaylist;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.contract.ChannelStoreContract;
import dev.stagedoor.domain.fixture.WatchSamples;
import dev.stagedoor.domain.tv.Playlist;
import dev.stagedoor.domain.tv.port.ChannelStore;
import dev.stagedoor.domain.tv.port.PlaylistRepository;
import dev.stagedoor.persistence.TestPersistence;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqChannelStoreTest implements ChannelStoreContract {
  @RegisterExtension static final TestPersistence OPEN = new TestPersistence();

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

  private Playlist onFile() {
    Playlist playlist = aPlaylist(anAccountOnFile());
    run(
        () -> {
          playlists().save(playlist);
          channels().add(playlist.id(), 1, WatchSamples.channels(2));
        });
    return playlist;
  }

  @Test
  void neitherHowAServiceIsReachedNorWhereItsStreamsAreIsStoredInTheOpen() throws SQLException {
    Playlist playlist = onFile();

    try (Connection connection = OPEN.database().connect();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                select concat_ws(' ', url, username, password, address, count(*) over ())
                from tv_playlists join tv_channels on tv_channels.playlist_id = tv_playlists.id
                where id = '%s'
                """
                    .formatted(playlist.id().value()))) {
      assertThat(row.next()).isTrue();
      assertThat(row.getString(1))
          .endsWith(" 2")
          .doesNotContain("iptv.example.org", "lovelace", "word-", "item-1");
    }
  }

  @Test
  void anAddressIsReadableInItsOwnRowAlone() {
    Playlist playlist = onFile();
    OPEN.database()
        .run(
            """
            update tv_channels set address = (
              select address from tv_channels where playlist_id = '%1$s' and item_id = 'item-2')
            where playlist_id = '%1$s' and item_id = 'item-1'
            """
                .formatted(playlist.id().value()));

    assertThatThrownBy(() -> run(() -> channels().find(playlist.id(), 1, "item-1")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("changed or moved")
        .hasMessageNotContaining("iptv.example.org");
    assertThat(write(() -> channels().find(playlist.id(), 1, "item-2"))).isPresent();
    run(() -> playlists().remove(playlist.id()));
  }
}
