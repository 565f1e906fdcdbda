package dev.stagedoor.domain.contract;

import dev.stagedoor.domain.storage.SignedRequest;
import dev.stagedoor.domain.storage.port.SignedUploads;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A store as browsers reach it, and as a test arranges it. */
public interface StorageWorld {
  /** Sends a request to the store as a browser would, the length of the body included. */
  Answer send(Request request);

  /** Begins to send a file, and breaks the connection off after these bytes. */
  void breakOff(SignedRequest upload, long announced, byte[] sent);

  /** Returns the same store as it signed that long ago. */
  SignedUploads signingBefore(Duration ago);

  /** A request to the store. */
  record Request(String method, URI address, Map<String, String> headers, byte[] body) {
    public Request {
      headers = sorted(headers);
    }

    /** The request that was signed, without a body. */
    public static Request of(SignedRequest signed) {
      return of(signed, new byte[0]);
    }

    /** The request that was signed, with a body. */
    public static Request of(SignedRequest signed, byte[] body) {
      return new Request(signed.method(), signed.address(), signed.headers(), body);
    }

    public Request method(String other) {
      return new Request(other, address, headers, body);
    }

    public Request address(URI other) {
      return new Request(method, other, headers, body);
    }

    public Request header(String name, String value) {
      Map<String, String> more = sorted(headers);
      more.put(name, value);
      return new Request(method, address, more, body);
    }

    public Request without(String name) {
      Map<String, String> fewer = sorted(headers);
      fewer.remove(name);
      return new Request(method, address, fewer, body);
    }
  }

  /** What the store answered. */
  record Answer(int status, Map<String, String> headers, byte[] body) {
    public Answer {
      headers = sorted(headers);
    }

    public Optional<String> header(String name) {
      return Optional.ofNullable(headers.get(name));
    }

    /** Tells whether the asker was told no. */
    public boolean isRefused() {
      return status / 100 == 4;
    }

    public boolean isSuccess() {
      return status / 100 == 2;
    }

    public String text() {
      return new String(body, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
      return status + " " + headers + " " + text().substring(0, Math.min(500, text().length()));
    }
  }

  private static Map<String, String> sorted(Map<String, String> headers) {
    Map<String, String> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.forEach((name, value) -> sorted.put(name.toLowerCase(Locale.ROOT), value));
    return sorted;
  }
}
