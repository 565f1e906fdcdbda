package dev.stagedoor.providers.sandbox.site;

import dev.stagedoor.providers.sandbox.Sandbox;
import dev.stagedoor.providers.sandbox.subscriptions.SandboxSubscribers;
import dev.stagedoor.providers.sandbox.subscriptions.Session;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.util.Optional;

/** Where somebody subscribes. */
@Controller("/sandbox/subscribe")
@ExecuteOn(TaskExecutors.BLOCKING)
final class SubscriptionPages {
  private final SandboxSubscribers subscribers;

  SubscriptionPages(Sandbox sandbox) {
    this.subscribers = sandbox.subscribers();
  }

  @Get("/{id}")
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<String> show(@PathVariable String id) {
    return subscribers
        .session(id)
        .map(session -> page(session, HostedPage.declined(session.failure()), HttpStatus.OK))
        .orElseGet(HostedPage::absent);
  }

  @Post("/{id}")
  @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.APPLICATION_JSON})
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<String> subscribe(@PathVariable String id, @Body ConfirmRequest request) {
    Optional<Session> found = subscribers.session(id);
    if (found.isEmpty()) {
      return HostedPage.absent();
    }
    try {
      Session session = subscribers.subscribe(id, request.card()).orElse(found.get());
      return HttpResponse.seeOther(
          session.subscription() == null
              ? URI.create("/sandbox/subscribe/" + session.id())
              : URI.create(session.whenDone()));
    } catch (ControlRefusal refusal) {
      return page(found.get(), Optional.of(refusal.detail()), refusal.status());
    }
  }

  private HttpResponse<String> page(Session session, Optional<String> problem, HttpStatus status) {
    HostedPage page = new HostedPage("Subscribe").says("For " + session.email());
    page.says(subscribers.says(session.price()));
    if (session.trialDays() > 0) {
      page.says("The first " + session.trialDays() + " days are free.");
    }
    problem.ifPresent(page::warns);
    if (session.subscription() == null) {
      page.goingTo(URI.create(session.whenDone()))
          .cardForm("/sandbox/subscribe/" + session.id(), "card", "Subscribe")
          .link("Not now", session.whenGivenUp());
    } else {
      page.says("You have subscribed.").link("Back", session.whenDone());
    }
    return page.answer(status);
  }
}
