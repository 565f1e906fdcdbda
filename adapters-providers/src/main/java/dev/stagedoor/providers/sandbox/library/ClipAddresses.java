package dev.stagedoor.providers.sandbox.library;

import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where things of the library are found; the server's own address is asked for late. */
final class ClipAddresses {
  private static final String PLAYLIST = "/manifest/video.m3u8";
  private static final Pattern OURS =
      Pattern.compile(
          "/sandbox/library/([0-9a-f]{32})/(?:manifest/video\\.m3u8|video\\.[0-9a-z]{2,4})");

  private final Supplier<URI> base;

  ClipAddresses(Supplier<URI> base) {
    this.base = base;
  }

  String playlist(String uid) {
    return root() + "/sandbox/library/" + uid + PLAYLIST;
  }

  String film(String uid, Clip.Film film) {
    return root() + "/sandbox/library/" + uid + "/video." + film.ending();
  }

  String thumbnail(String uid) {
    return root() + "/sandbox/library/" + uid + "/thumbnails/thumbnail.jpg";
  }

  URI sending(String uid, String token) {
    return URI.create(root() + "/sandbox/library/uploads/" + uid + "/" + token);
  }

  /** Returns whose playlist or film this is, empty when it is nobody's here. */
  Optional<String> uidOf(String address) {
    return path(address).map(OURS::matcher).filter(Matcher::matches).map(ours -> ours.group(1));
  }

  /** Returns the same address at the server as it is reached now, which may be another port. */
  String today(String address) {
    return root() + path(address).orElseThrow();
  }

  private Optional<String> path(String address) {
    try {
      URI read = URI.create(address);
      boolean isHere = URI.create(root()).getHost().equals(read.getHost());
      return isHere && read.getQuery() == null
          ? Optional.ofNullable(read.getPath())
          : Optional.empty();
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  /** Tells whether this plays the test picture, of which there is always a still. */
  boolean isPlaylist(String address) {
    return address.endsWith(PLAYLIST);
  }

  private String root() {
    String address = base.get().toString();
    return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
  }
}
