package dev.stagedoor.providers.mux;

import dev.stagedoor.domain.kernel.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where things are sent to Mux and play from. */
final class MuxAddresses {
  // https://docs.mux.com/guides/configure-broadcast-software
  static final String RTMPS = "rtmps://global-live.mux.com:443/app";
  private static final String SRT = "srt://global-live.mux.com:6001";

  private final MuxConfig config;
  private final Pattern playlist;

  MuxAddresses(MuxConfig config) {
    this.config = config;
    this.playlist =
        Pattern.compile(
            Pattern.quote(config.streamUrl().toString()) + "/([A-Za-z0-9]{1,255})\\.m3u8");
  }

  String playlist(String playbackId) {
    return config.streamUrl() + "/" + playbackId + ".m3u8";
  }

  String thumbnail(String playbackId) {
    return config.imageUrl() + "/" + playbackId + "/thumbnail.jpg";
  }

  Secret srt(String streamKey, String passphrase) {
    return Secret.of(SRT + "?streamid=" + encode(streamKey) + "&passphrase=" + encode(passphrase));
  }

  /** Returns whose playlist this is, empty when it is none of Mux. */
  Optional<String> playbackIdOf(String address) {
    Matcher ours = playlist.matcher(address);
    return ours.matches() ? Optional.of(ours.group(1)) : Optional.empty();
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
