package dev.stagedoor.web.party;

import dev.stagedoor.web.TvOn;
import dev.stagedoor.web.live.SocketStream;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.websocket.CloseReason;
import io.micronaut.websocket.WebSocketSession;
import io.micronaut.websocket.annotation.OnError;
import io.micronaut.websocket.annotation.OnMessage;
import io.micronaut.websocket.annotation.OnOpen;
import io.micronaut.websocket.annotation.ServerWebSocket;
import io.netty.channel.Channel;
import io.netty.handler.codec.CorruptedFrameException;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where people watch together. Who may come in is decided by {@link PartySocketDoor}. */
@Hidden
@Requires(condition = TvOn.class)
@ServerWebSocket(PartySocket.PATH)
class PartySocket {
  static final String PATH = "/ws/connect";

  private static final Logger LOG = LoggerFactory.getLogger(PartySocket.class);

  private final Guests guests;

  PartySocket(Guests guests) {
    this.guests = guests;
  }

  @OnOpen
  void open(HttpRequest<?> request, WebSocketSession session) {
    Channel channel = SocketStream.channelOf(request);
    Guest guest = guests.welcome(request, session, channel);
    // Not told by the framework, which may say that a socket is closed before it says it is open.
    var unused = channel.closeFuture().addListener(closed -> guests.gone(guest));
    Frames.handTo(guest, channel);
  }

  /** The framework wants one; {@link Frames} has taken everything in before. */
  @OnMessage(maxPayloadLength = TextFrames.LARGEST)
  void message(WebSocketFrame frame) {
    frame.release();
  }

  /** What breaks the protocol, such as a frame that is too large, has been answered by its code. */
  @OnError
  void failed(Throwable failure, WebSocketSession session) {
    if (failure instanceof CorruptedFrameException || failure instanceof IOException) {
      LOG.debug("A guest's connection is broken: {}", failure.getMessage());
    } else {
      LOG.warn("A guest is shown out", failure);
      session.close(CloseReason.INTERNAL_ERROR);
    }
  }
}
