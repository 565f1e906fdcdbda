package dev.stagedoor.web.live;

import dev.stagedoor.application.liveselling.ShowService;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.liveselling.ShowId;
import dev.stagedoor.web.LiveSellingOn;
import dev.stagedoor.web.request.FilterOrder;
import dev.stagedoor.web.security.Caller;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.UUID;

/**
 * Refuses, before the socket opens, whoever does not operate the show, with the status that any
 * route would answer.
 */
@Requires(condition = LiveSellingOn.class)
@ServerFilter("/ws/shows/**")
final class ShowSocketDoor {
  private static final String PATH = "/ws/shows/";

  private final ShowService shows;

  ShowSocketDoor(ShowService shows) {
    this.shows = shows;
  }

  @RequestFilter
  @Order(FilterOrder.READ)
  @ExecuteOn(TaskExecutors.BLOCKING)
  void check(HttpRequest<?> request) {
    shows.get(Caller.of(request).actor(), show(request.getPath()));
  }

  private static ShowId show(String path) {
    try {
      return new ShowId(UUID.fromString(path.substring(PATH.length())));
    } catch (IllegalArgumentException notAnId) {
      throw DomainException.notFound();
    }
  }
}
