package dev.stagedoor.bootstrap.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One reader of server-sent events: what an {@code EventSource} does, so far as it is measured. */
final class Reader {
  private static final byte[] STATUS = ascii("HTTP/1.1 200");
  private static final byte[] CHUNKED = ascii("transfer-encoding: chunked");
  private static final byte[] ID = ascii("id: ");
  private static final byte[] DATA = ascii("data: ");
  private static final byte[] NUMBER = ascii("\"number\":");

  /** What comes after so much of a line is not looked at. */
  private static final int LINE = 512;

  private static final long NONE = -1;

  private final int index;
  private final Listener listener;
  private final byte[] line = new byte[LINE];
  private int length;
  private At at = At.STATUS;
  private boolean isChunked;
  private int left;
  private long number = NONE;
  private byte[] id = {};
  private @Nullable SocketChannel channel;

  private enum At {
    STATUS,
    HEAD,
    BODY,
    CHUNK_SIZE,
    CHUNK,
    CHUNK_END,
    END
  }

  /** Whom readers tell. */
  interface Listener {
    /** The server has answered with a stream. */
    void stands();

    /** An event was read to its last byte. */
    void received(int reader, long number, long nanos);
  }

  Reader(int index, Listener listener) {
    this.index = index;
    this.listener = listener;
  }

  /** Begins anew over another connection; which event was seen last is remembered. */
  void over(SocketChannel other) {
    channel = other;
    at = At.STATUS;
    isChunked = false;
    left = 0;
    length = 0;
    number = NONE;
  }

  @Nullable SocketChannel channel() {
    return channel;
  }

  /** Tells whether the server has answered with a stream. */
  boolean stands() {
    return at != At.STATUS && at != At.HEAD;
  }

  /** Returns the request for what comes after the last event that was seen. */
  ByteBuffer request(String path) {
    String resume =
        id.length == 0
            ? ""
            : "Last-Event-ID: " + new String(id, StandardCharsets.US_ASCII) + "\r\n";
    return ByteBuffer.wrap(
        ascii(
            "GET "
                + path
                + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n"
                + resume
                + "\r\n"));
  }

  /** Reads what has come; returns whether the stream goes on. */
  boolean take(ByteBuffer bytes, long nanos) throws IOException {
    while (bytes.hasRemaining()) {
      take(bytes.get(), nanos);
    }
    return at != At.END;
  }

  private void take(byte one, long nanos) throws IOException {
    switch (at) {
      case STATUS, HEAD -> {
        if (endsLine(one)) {
          head();
        }
      }
      case BODY -> body(one, nanos);
      case CHUNK_SIZE -> size(one);
      case CHUNK -> {
        body(one, nanos);
        left--;
        if (left == 0) {
          at = At.CHUNK_END;
        }
      }
      case CHUNK_END -> {
        if (one == '\n') {
          at = At.CHUNK_SIZE;
        }
      }
      case END -> {}
    }
  }

  private boolean endsLine(byte one) {
    if (one == '\n') {
      return true;
    }
    if (one != '\r' && length < LINE) {
      line[length++] = one;
    }
    return false;
  }

  private void head() throws IOException {
    if (at == At.STATUS) {
      if (!begins(STATUS)) {
        throw new IOException(new String(line, 0, length, StandardCharsets.US_ASCII));
      }
      at = At.HEAD;
    } else if (length == 0) {
      at = isChunked ? At.CHUNK_SIZE : At.BODY;
      listener.stands();
    } else if (begins(CHUNKED)) {
      isChunked = true;
    }
    length = 0;
  }

  private void size(byte one) {
    int digit = Character.digit(one, 16);
    if (digit >= 0) {
      left = left * 16 + digit;
    } else if (one == '\n') {
      at = left == 0 ? At.END : At.CHUNK;
    }
  }

  private void body(byte one, long nanos) {
    if (!endsLine(one)) {
      return;
    }
    if (length == 0) {
      if (number != NONE) {
        listener.received(index, number, nanos);
        number = NONE;
      }
    } else if (begins(ID)) {
      remember();
    } else if (begins(DATA)) {
      number = number();
    }
    length = 0;
  }

  /** Over the same array where it fits: ids grow seldom. */
  private void remember() {
    int size = length - ID.length;
    if (id.length == size) {
      System.arraycopy(line, ID.length, id, 0, size);
    } else {
      id = Arrays.copyOfRange(line, ID.length, length);
    }
  }

  private long number() {
    for (int from = DATA.length; from + NUMBER.length < length; from++) {
      if (is(NUMBER, from)) {
        long found = 0;
        for (int i = from + NUMBER.length; i < length && line[i] >= '0' && line[i] <= '9'; i++) {
          found = found * 10 + line[i] - '0';
        }
        return found;
      }
    }
    return NONE;
  }

  private boolean begins(byte[] lowerCase) {
    return length >= lowerCase.length && is(lowerCase, 0);
  }

  private boolean is(byte[] word, int from) {
    for (int i = 0; i < word.length; i++) {
      byte found = line[from + i];
      if (found != word[i] && (at != At.HEAD || Character.toLowerCase(found) != word[i])) {
        return false;
      }
    }
    return true;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
