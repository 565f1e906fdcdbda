package dev.stagedoor.providers.sandbox.video;

import java.net.URI;
import java.util.function.Supplier;

/** Where things of the video provider are found; the server's own address is asked for late. */
public final class Addresses {
  private final Supplier<URI> base;

  public Addresses(Supplier<URI> base) {
    this.base = base;
  }

  /** Returns the playlist of a live input or a recording. */
  public String playlist(String id) {
    return video(id) + "/manifest/video.m3u8";
  }

  String thumbnail(String id) {
    return video(id) + "/thumbnails/thumbnail.jpg";
  }

  String rtmps() {
    return "rtmps://" + base.get().getHost() + ":443/live/";
  }

  String srt(String uid, String passphrase) {
    return "srt://" + base.get().getHost() + ":778?streamid=" + uid + "&passphrase=" + passphrase;
  }

  private String video(String id) {
    String address = base.get().toString();
    String root = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    return root + "/sandbox/video/" + id;
  }
}
