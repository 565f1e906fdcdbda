package dev.stagedoor.providers.support.settings;

import java.util.regex.Pattern;

/** Tells whether what is sent to a host stays on this machine. */
public final class ThisMachine {
  /** Written out, for {@code 127.example.org} may be anywhere. */
  private static final Pattern LOOPBACK =
      Pattern.compile("127(?:\\.(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])){3}");

  private ThisMachine() {}

  /** Tells whether a host, by its name or address, is this machine whoever looks it up. */
  public static boolean is(String host) {
    return host.equals("localhost")
        || host.equals("::1")
        || host.equals("[::1]")
        || LOOPBACK.matcher(host).matches();
  }
}
