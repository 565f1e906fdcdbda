package dev.stagedoor.providers.iptv;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Lets a document through to a parser that holds each tag, comment and text whole, and breaks off
 * where one of them is too long, or is not in a code that begins as ASCII does.
 */
final class XmlGuard extends FilterInputStream {
  private static final int LONGEST = Lines.LONGEST;
  private static final byte[] COMMENT = {'<', '!', '-', '-'};
  private static final byte[] DATA = {'<', '!', '[', 'C', 'D', 'A', 'T', 'A', '['};

  private State state = State.TEXT;
  private int length;
  private int quote;
  private int depth;
  // The last three bytes.
  private int last;

  private enum State {
    TEXT,
    /** Begun with {@code <}; what it is shows in the next bytes. */
    TAG,
    INSTRUCTION,
    DECLARATION,
    COMMENT,
    DATA
  }

  XmlGuard(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    int read = read(one, 0, 1);
    return read < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int wanted) throws IOException {
    int read = super.read(into, offset, wanted);
    for (int i = offset; i < offset + read; i++) {
      take(into[i]);
    }
    return read;
  }

  private void take(byte one) {
    if (one == 0) {
      throw PlaylistException.none("it is in no code that is read");
    }
    length++;
    if (length > LONGEST) {
      throw PlaylistException.tooLarge("more than " + LONGEST + " bytes without an end");
    }
    last = ((last << 8) | (one & 0xff)) & 0xffffff;
    switch (state) {
      case TEXT -> {
        if (one == '<') {
          begin(State.TAG);
        }
      }
      case TAG -> tag(one);
      case INSTRUCTION -> endAfter(one, '?');
      case COMMENT -> endAfterTwo(one, '-');
      case DATA -> endAfterTwo(one, ']');
      case DECLARATION -> declaration(one);
    }
  }

  private void tag(byte one) {
    if (length == 2 && one == '?') {
      state = State.INSTRUCTION;
    } else if (length == 2 && one == '!') {
      state = State.DECLARATION;
      depth = 0;
    } else {
      endOutsideQuotes(one);
    }
  }

  private void declaration(byte one) {
    // It turns out to be one of the others after some bytes.
    if (length == COMMENT.length && (last & 0xffff) == ('-' << 8 | '-')) {
      state = State.COMMENT;
    } else if (length == 3 && one == '[') {
      state = State.DATA;
    } else if (quote == 0 && one == '[') {
      depth++;
    } else if (quote == 0 && one == ']') {
      depth--;
    } else if (depth == 0) {
      endOutsideQuotes(one);
    }
  }

  private void endOutsideQuotes(byte one) {
    if (quote != 0) {
      quote = one == quote ? 0 : quote;
    } else if (one == '"' || one == '\'') {
      quote = one;
    } else if (one == '>') {
      begin(State.TEXT);
    }
  }

  private void endAfter(byte one, char before) {
    if (one == '>' && length > 3 && ((last >> 8) & 0xff) == before) {
      begin(State.TEXT);
    }
  }

  private void endAfterTwo(byte one, char before) {
    if (one == '>' && length > DATA.length - 2 && (last >> 8) == (before << 8 | before)) {
      begin(State.TEXT);
    }
  }

  private void begin(State next) {
    state = next;
    length = next == State.TAG ? 1 : 0;
    quote = 0;
  }
}
