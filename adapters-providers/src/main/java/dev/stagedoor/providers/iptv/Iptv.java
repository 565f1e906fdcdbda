package dev.stagedoor.providers.iptv;

import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.tv.port.PlaylistSource;
import dev.stagedoor.providers.support.NamedStreams;
import dev.stagedoor.providers.support.OwnServer;
import dev.stagedoor.providers.support.ProviderRuntime;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** The IPTV services of subscribers, ready to be fetched from. */
public final class Iptv implements AutoCloseable {
  public static final ProviderId ID = new ProviderId("iptv");

  private final NamedStreams streams;
  private final PlaylistSource source;

  private Iptv(
      IptvConfig config,
      Collection<OwnServer> own,
      ProviderRuntime runtime,
      NamedStreams.Limits limits) {
    this.streams =
        new NamedStreams(
            ID,
            runtime,
            limits,
            () ->
                Stream.concat(
                        config.allowedHosts().stream(), own.stream().map(OwnServer::authority))
                    .toList());
    this.source = new IptvPlaylists(streams, runtime.clock());
  }

  /** Opens it. Nothing is called until a playlist is to be fetched. */
  public static Iptv open(IptvConfig config, ProviderRuntime runtime) {
    return open(config, List.of(), runtime);
  }

  /**
   * Opens it where parts of this process play IPTV services.
   *
   * @param own may be called wherever they are
   */
  public static Iptv open(IptvConfig config, Collection<OwnServer> own, ProviderRuntime runtime) {
    return open(config, own, runtime, NamedStreams.Limits.DEFAULT);
  }

  static Iptv open(
      IptvConfig config,
      Collection<OwnServer> own,
      ProviderRuntime runtime,
      NamedStreams.Limits limits) {
    return new Iptv(config, own, runtime, limits);
  }

  public PlaylistSource playlists() {
    return source;
  }

  @Override
  public void close() {
    streams.close();
  }

  @Override
  public String toString() {
    return streams.toString();
  }
}
