package dev.stagedoor.web.live;

import dev.stagedoor.domain.liveselling.Show;
import dev.stagedoor.domain.liveselling.ShowId;
import dev.stagedoor.web.LiveSellingOn;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.websocket.CloseReason;
import io.micronaut.websocket.WebSocketSession;
import io.micronaut.websocket.annotation.OnClose;
import io.micronaut.websocket.annotation.OnMessage;
import io.micronaut.websocket.annotation.OnOpen;
import io.micronaut.websocket.annotation.ServerWebSocket;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.UUID;

/**
 * What changes in a show, for its operators: claims, items, buyers, invoices. Who may come in is
 * decided by {@link ShowSocketDoor}. Nothing is read; whoever writes is shown out.
 */
@Hidden
@Requires(condition = LiveSellingOn.class)
@ServerWebSocket("/ws/shows/{id}")
class ShowSocket {
  private final SocketStream stream;

  ShowSocket(SocketStream stream) {
    this.stream = stream;
  }

  @OnOpen
  void open(UUID id, HttpRequest<?> request, WebSocketSession session) {
    stream.open(Show.subject(new ShowId(id)), request, session);
  }

  @OnMessage(maxPayloadLength = 1024)
  void message(byte[] message, WebSocketSession session) {
    session.close(CloseReason.UNSUPPORTED_DATA);
  }

  @OnClose
  void close(WebSocketSession session) {
    stream.close(session);
  }
}
