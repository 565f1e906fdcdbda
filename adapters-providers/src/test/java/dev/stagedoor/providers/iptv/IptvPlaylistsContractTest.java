package dev.stagedoor.providers.iptv;

import dev.stagedoor.domain.contract.PlaylistSourceContract;
import dev.stagedoor.domain.contract.PlaylistWorld;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.tv.Channel;
import dev.stagedoor.domain.tv.PlaylistAccess;
import dev.stagedoor.domain.tv.PlaylistProblem;
import dev.stagedoor.domain.tv.Programme;
import dev.stagedoor.domain.tv.port.PlaylistSource;
import dev.stagedoor.providers.support.ProviderRuntime;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

class IptvPlaylistsContractTest implements PlaylistSourceContract {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

  private final IptvFarSide farSide = new IptvFarSide();
  private final Iptv iptv =
      Iptv.open(new IptvConfig(List.of("127.0.0.1")), ProviderRuntime.plain());

  @AfterEach
  void close() {
    iptv.close();
    farSide.close();
  }

  @Override
  public PlaylistSource source() {
    return iptv.playlists();
  }

  @Override
  public PlaylistWorld world() {
    return new World();
  }

  private final class World implements PlaylistWorld {
    private PlaylistAccess access(String url) {
      return new PlaylistAccess(Secret.of(url), Optional.empty(), Optional.empty());
    }

    @Override
    public PlaylistAccess offering(List<Channel> channels) {
      StringBuilder text = new StringBuilder("#EXTM3U\n");
      for (Channel one : channels) {
        text.append("#EXTINF:-1 tvg-id=\"")
            .append(one.guideId().orElse(""))
            .append("\" tvg-logo=\"")
            .append(one.logo().orElse(""))
            .append("\" group-title=\"")
            .append(one.group())
            .append("\",")
            .append(one.name())
            .append('\n')
            .append(one.address().reveal())
            .append('\n');
      }
      farSide.on("/list.m3u", text.toString());
      return access(farSide.at("/list.m3u"));
    }

    @Override
    public PlaylistAccess withGuide(List<Programme> programmes) {
      StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<tv>\n");
      for (Programme one : programmes) {
        text.append("<programme start=\"")
            .append(written(one.startsAt()))
            .append("\" stop=\"")
            .append(written(one.endsAt()))
            .append("\" channel=\"")
            .append(one.guideId())
            .append("\"><title lang=\"en\">")
            .append(one.title())
            .append("</title><desc>")
            .append(one.description().replace("&", "&amp;").replace("<", "&lt;"))
            .append("</desc></programme>\n");
      }
      farSide.on("/guide.xml", text.append("</tv>").toString());
      farSide.on(
          "/guided.m3u",
          "#EXTM3U x-tvg-url=\"" + farSide.at("/guide.xml") + "\"\n#EXTINF:-1,One\nhttp://a/b\n");
      return access(farSide.at("/guided.m3u"));
    }

    private String written(Instant time) {
      return TIME.format(time.atOffset(ZoneOffset.UTC)) + " +0000";
    }

    @Override
    public PlaylistAccess failing(PlaylistProblem problem) {
      return switch (problem) {
        case ADDRESS_NOT_ALLOWED -> access("http://10.1.2.3/list.m3u?password=hush");
        case UNREACHABLE -> access("http://127.0.0.1:1/list.m3u?password=hush");
        case CREDENTIALS_REFUSED -> answering(IptvFarSide.status(401, "no"));
        case SERVICE_FAILED -> answering(IptvFarSide.status(503, "no"));
        case TOO_LARGE ->
            answering(IptvFarSide.bytes(("#EXTM3U\n#EXTINF:-1," + "x".repeat(70_000)).getBytes()));
        case NOT_A_PLAYLIST -> answering(IptvFarSide.bytes("<html>Welcome</html>".getBytes()));
        case EMPTY -> answering(IptvFarSide.bytes("#EXTM3U\n".getBytes()));
      };
    }

    private PlaylistAccess answering(IptvFarSide.Behaviour behaviour) {
      farSide.on("/wrong.m3u", behaviour);
      return access(farSide.at("/wrong.m3u?password=hush"));
    }
  }
}
