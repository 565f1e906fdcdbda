package dev.stagedoor.web.party;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.web.TvOn;
import dev.stagedoor.web.live.SocketStream;
import dev.stagedoor.web.request.FilterOrder;
import dev.stagedoor.web.security.Caller;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;

/** Refuses whoever is not signed in, before the socket opens, as any route would. */
@Requires(condition = TvOn.class)
@ServerFilter(PartySocket.PATH)
final class PartySocketDoor {
  @RequestFilter
  @Order(FilterOrder.READ)
  void check(HttpRequest<?> request) {
    UserId unused = Caller.of(request).actor().userId();
    Frames.hold(SocketStream.channelOf(request));
  }
}
