package dev.stagedoor.bootstrap.e2e;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** An HLS film of some minutes: the sandbox's picture, over and over, for pages of any site. */
final class EndlessFilm implements AutoCloseable {
  private static final int SEGMENTS = 180;
  private static final int SEGMENTS_IN_A_TURN = 8;

  private final HttpServer server;

  private EndlessFilm(HttpServer server) {
    this.server = server;
  }

  static EndlessFilm of(ServerProcess sandbox) throws IOException {
    byte[] playlist = playlist(sandbox).getBytes(StandardCharsets.UTF_8);
    HttpServer server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
    server.createContext(
        "/film.m3u8",
        exchange -> {
          exchange.getResponseHeaders().add("Access-Control-Allow-Origin", "*");
          exchange.getResponseHeaders().add("Content-Type", "application/vnd.apple.mpegurl");
          exchange.sendResponseHeaders(200, playlist.length);
          exchange.getResponseBody().write(playlist);
          exchange.close();
        });
    server.start();
    return new EndlessFilm(server);
  }

  private static String playlist(ServerProcess sandbox) {
    StringBuilder playlist =
        new StringBuilder("#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:2\n")
            .append("#EXT-X-MEDIA-SEQUENCE:0\n#EXT-X-PLAYLIST-TYPE:VOD\n");
    for (int i = 0; i < SEGMENTS; i++) {
      if (i > 0 && i % SEGMENTS_IN_A_TURN == 0) {
        playlist.append("#EXT-X-DISCONTINUITY\n");
      }
      URI segment = sandbox.uri("/sandbox/video/picture/" + i % SEGMENTS_IN_A_TURN + ".ts");
      playlist.append("#EXTINF:2.0,\n").append(segment).append('\n');
    }
    return playlist.append("#EXT-X-ENDLIST\n").toString();
  }

  String address() {
    return "http://localhost:" + server.getAddress().getPort() + "/film.m3u8";
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
