package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.contract.PlaylistSourceContract;
import dev.stagedoor.domain.contract.PlaylistWorld;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.tv.Channel;
import dev.stagedoor.domain.tv.PlaylistAccess;
import dev.stagedoor.domain.tv.PlaylistProblem;
import dev.stagedoor.domain.tv.Programme;
import dev.stagedoor.domain.tv.port.PlaylistSource;
import java.util.List;
import java.util.Optional;

class FakePlaylistSourceTest implements PlaylistSourceContract {
  private final FakePlaylistSource source = new FakePlaylistSource();

  @Override
  public PlaylistSource source() {
    return source;
  }

  @Override
  public PlaylistWorld world() {
    return new PlaylistWorld() {
      private final PlaylistAccess access =
          new PlaylistAccess(
              Secret.of("https://tv.example/list.m3u"), Optional.empty(), Optional.empty());

      @Override
      public PlaylistAccess offering(List<Channel> channels) {
        source.offer(channels);
        return access;
      }

      @Override
      public PlaylistAccess withGuide(List<Programme> programmes) {
        source.offerGuide(programmes);
        return access;
      }

      @Override
      public PlaylistAccess failing(PlaylistProblem problem) {
        source.fail(problem);
        return access;
      }
    };
  }
}
