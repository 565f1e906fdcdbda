package dev.stagedoor.providers.sandbox.memory;

import dev.stagedoor.providers.support.Sha256;

/** Makes an id out of what a thing was asked for by, so that asking twice finds the one thing. */
public final class Fingerprint {
  private Fingerprint() {}

  public static String of(String text) {
    return Sha256.hex(text, 12);
  }
}
