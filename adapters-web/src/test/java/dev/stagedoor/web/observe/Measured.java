package dev.stagedoor.web.observe;

import dev.stagedoor.web.WebServer;

/** Has a server hand over what it has measured, as it does every quarter of a minute. */
public final class Measured {
  private Measured() {}

  public static void handOver(WebServer server) {
    server.bean(RequestMeters.class).handOver();
  }
}
