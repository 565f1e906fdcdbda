package dev.stagedoor.providers.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/**
 * A port at which nobody listens: who connects is refused, and meanwhile the computer gives it to
 * nobody else.
 */
public final class KeptPort implements AutoCloseable {
  private final Socket bound = new Socket();

  private KeptPort(int number) {
    try {
      // Connections that were there just now do not hinder.
      bound.setReuseAddress(true);
      bound.bind(new InetSocketAddress(number));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Keeps this one, at which a server listened until now. */
  public static KeptPort of(int number) {
    return new KeptPort(number);
  }

  /** Keeps one that was free. */
  public static KeptPort any() {
    return new KeptPort(0);
  }

  public int number() {
    return bound.getLocalPort();
  }

  /** Returns the address of a site that is down. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + number());
  }

  /** Lets it go, for a server that listens there again. */
  @Override
  public void close() {
    try {
      bound.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
