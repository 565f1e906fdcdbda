package dev.stagedoor.web.party;

import dev.stagedoor.application.tv.ProfileChoice;
import dev.stagedoor.application.tv.ViewerProfileService;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.web.TvOn;
import dev.stagedoor.web.live.SocketStream;
import dev.stagedoor.web.pages.tv.Viewers;
import dev.stagedoor.web.request.FilterOrder;
import dev.stagedoor.web.security.Caller;
import dev.stagedoor.web.tv.ProfileChoiceBinder;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/**
 * Refuses whoever is not signed in, before the socket opens, as any route would; and the profiles
 * of kids, as the page of a party does.
 */
@Requires(condition = TvOn.class)
@ServerFilter(PartySocket.PATH)
final class PartySocketDoor {
  private final ViewerProfileService profiles;
  private final Viewers viewers;

  PartySocketDoor(ViewerProfileService profiles, Viewers viewers) {
    this.profiles = profiles;
    this.viewers = viewers;
  }

  @RequestFilter
  @Order(FilterOrder.READ)
  void check(HttpRequest<?> request) {
    UserId unused = Caller.of(request).actor().userId();
    Frames.hold(SocketStream.channelOf(request));
  }

  @RequestFilter
  @Order(FilterOrder.READ + 1)
  @ExecuteOn(TaskExecutors.BLOCKING)
  void refuseKids(HttpRequest<?> request) {
    Actor actor = Caller.of(request).actor();
    ProfileChoice as = ProfileChoiceBinder.choice(request);
    if (!as.equals(ProfileChoice.none())) {
      profiles.mustNotBeKids(actor, as);
    }
    viewers.mustBeGrownUp(actor, request);
  }
}
