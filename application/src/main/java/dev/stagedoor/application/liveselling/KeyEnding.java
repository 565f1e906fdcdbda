package dev.stagedoor.application.liveselling;

import dev.stagedoor.domain.kernel.Secret;

/** Shows which key is connected without showing it: its last four characters. */
final class KeyEnding {
  private static final String MARK = "\u2026";
  private static final int SHOWN = 4;
  private static final int SHORTEST = 12;

  private KeyEnding() {}

  /** Returns a key's end; of a short key, of which that would be much, nothing. */
  static String of(Secret key) {
    String whole = key.reveal();
    return whole.length() < SHORTEST ? MARK : MARK + whole.substring(whole.length() - SHOWN);
  }

  /** Tells whether an account's name is the end of a key. */
  static boolean is(String account) {
    return account.startsWith(MARK);
  }
}
