package dev.stagedoor.web.party;

import io.micronaut.websocket.CloseReason;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Puts the texts of one connection together, whole or in pieces, and no longer than is useful. */
final class TextFrames {
  /** The largest message, in bytes. */
  static final int LARGEST = 8192;

  private final ByteArrayOutputStream pieces = new ByteArrayOutputStream(0);

  /** What makes a connection end. */
  static final class Broken extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient CloseReason reason;

    private Broken(CloseReason reason) {
      super(reason.getReason(), null, false, false);
      this.reason = reason;
    }

    CloseReason reason() {
      return reason;
    }
  }

  /** Takes the next frame, and returns the text that ends with it, if one does. */
  Optional<String> take(WebSocketFrame frame) throws Broken {
    if (frame instanceof BinaryWebSocketFrame) {
      throw new Broken(Reasons.NOT_TEXT);
    }
    int length = frame.content().readableBytes();
    if (pieces.size() + length > LARGEST) {
      throw new Broken(CloseReason.MESSAGE_TO_BIG);
    }
    byte[] bytes = new byte[length];
    frame.content().getBytes(frame.content().readerIndex(), bytes);
    pieces.writeBytes(bytes);
    if (!frame.isFinalFragment()) {
      return Optional.empty();
    }
    byte[] whole = pieces.toByteArray();
    pieces.reset();
    return Optional.of(text(whole));
  }

  private static String text(byte[] bytes) throws Broken {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notText) {
      throw new Broken(Reasons.NOT_TEXT);
    }
  }
}
