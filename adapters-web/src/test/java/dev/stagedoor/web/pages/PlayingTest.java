package dev.stagedoor.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlayingTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://iptv.example.org:8080/ada/word/17",
        "http://iptv.example.org/live/ada/word/17?token=x",
        "http://iptv.example.org/live/ada/word/17.ts",
        "https://iptv.example.org/Stream.TS?a=b.m3u8",
        "http://iptv.example.org/a b/one|two.mpegts#x",
        "http://iptv.example.org/disc/00001.m2ts",
        "rtmp://iptv.example.org/live/one",
        "udp://239.0.0.1:1234"
      })
  void rawStreamsAreForPlayerApps(String address) {
    assertThat(Playing.needsApp(address)).isTrue();
    assertThat(Playing.isPlaylist(address)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://iptv.example.org/live/ada/word/17.m3u8",
        "HTTPS://iptv.example.org/one.M3U8?file=one.ts",
        "http://iptv.example.org/movie/ada/word/17.mp4",
        "http://iptv.example.org/ts",
        "http://iptv.example.org",
        "http://iptv.example.org/17",
        "http://iptv.example.org/channel/17",
        "http://iptv.example.org/files/ada/word/17",
        "http://iptv.example.org/ada/word/17a"
      })
  void whatABrowserMayPlayIsTried(String address) {
    assertThat(Playing.needsApp(address)).isFalse();
  }
}
