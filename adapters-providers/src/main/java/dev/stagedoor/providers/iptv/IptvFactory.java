package dev.stagedoor.providers.iptv;

import dev.stagedoor.domain.tv.port.PlaylistSource;
import dev.stagedoor.providers.support.OwnServer;
import dev.stagedoor.providers.support.ProviderRuntime;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.Collection;

/** Opens the way to IPTV services in a server, and offers what fetches. */
@Factory
final class IptvFactory {
  @Singleton
  @Bean(preDestroy = "close")
  Iptv iptv(IptvConfig config, Collection<OwnServer> own, ProviderRuntime runtime) {
    return Iptv.open(config, own, runtime);
  }

  @Singleton
  PlaylistSource playlists(Iptv iptv) {
    return iptv.playlists();
  }
}
