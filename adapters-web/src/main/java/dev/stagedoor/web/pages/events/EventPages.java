package dev.stagedoor.web.pages.events;

import dev.stagedoor.application.events.EventService;
import dev.stagedoor.application.events.EventView;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.events.EventId;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.web.pages.Pages;
import dev.stagedoor.web.pages.Shell;
import dev.stagedoor.web.security.NoProof;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Duration;
import java.util.UUID;

/** What is on, each event, and its tickets as a page that other sites show in a frame. */
@Hidden
@Controller
@Produces(MediaType.TEXT_HTML)
class EventPages {
  /**
   * So long may a page be kept that says how tickets stand. It spares us the crowd that comes when
   * a sale begins, and is no longer than a visitor would take to notice: an open page asks anew, by
   * an address no cache has, as soon as it listens for news and with each of them.
   */
  private static final Duration MOMENT = Duration.ofSeconds(5);

  private final Pages pages;
  private final EventService events;
  private final FramePolicies policies;

  EventPages(Pages pages, EventService events, FramePolicies policies) {
    this.pages = pages;
    this.events = events;
    this.policies = policies;
  }

  @Get("/events")
  HttpResponse<String> upcoming(Shell shell, PageRequest page) {
    return pages.show(shell, "events/events", events.upcoming(page));
  }

  @Get("/events/organise")
  HttpResponse<String> organised(Shell shell, PageRequest page) {
    return pages.show(shell, "events/organise", events.organised(shell.signedIn(), page));
  }

  @Get("/event/{id}")
  HttpResponse<String> event(Shell shell, HttpRequest<?> request, @PathVariable UUID id) {
    EventView event = events.get(new EventId(id));
    EventPage page = new EventPage(new Tickets(event, false), isRunBy(shell.actor(), event));
    return Pages.shareWithVisitors(
        request, policies.showing(pages.show(shell, "events/event", page)), MOMENT);
  }

  @Get("/event/{id}/widget")
  @NoProof
  HttpResponse<String> widget(HttpRequest<?> request, @PathVariable UUID id) {
    EventView event = events.get(new EventId(id));
    return policies.shown(
        pages.showToAll(
            pages.shellForEverybody(request), "events/widget", new Tickets(event, true), MOMENT));
  }

  static String address(UUID event) {
    return "/event/" + event;
  }

  static boolean isRunBy(Actor actor, EventView event) {
    return actor.isSignedIn()
        && (actor.isAdmin() || actor.userId().value().equals(event.organiserId()));
  }
}
