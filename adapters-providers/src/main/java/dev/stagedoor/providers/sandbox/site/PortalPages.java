package dev.stagedoor.providers.sandbox.site;

import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.providers.sandbox.Sandbox;
import dev.stagedoor.providers.sandbox.SandboxLine;
import dev.stagedoor.providers.sandbox.subscriptions.Plan;
import dev.stagedoor.providers.sandbox.subscriptions.Price;
import dev.stagedoor.providers.sandbox.subscriptions.SandboxSubscribers;
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

/** Where subscribers change what they have subscribed to. */
@Controller("/sandbox/portal/{portal}")
@ExecuteOn(TaskExecutors.BLOCKING)
final class PortalPages {
  private final SandboxSubscribers subscribers;

  PortalPages(Sandbox sandbox) {
    this.subscribers = sandbox.subscribers();
  }

  @Get
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<String> show(@PathVariable String portal) {
    return subscribers
        .portal(portal)
        .map(found -> page(found, Optional.empty(), HttpStatus.OK))
        .orElseGet(HostedPage::absent);
  }

  @Post("/{plan}/{change}")
  @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.APPLICATION_JSON})
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<String> change(
      @PathVariable String portal,
      @PathVariable String plan,
      @PathVariable String change,
      @Body PortalRequest request) {
    Optional<SandboxSubscribers.Portal> open =
        subscribers
            .portal(portal)
            .filter(
                found ->
                    subscribers.plansOf(found).stream().anyMatch(one -> one.id().equals(plan)));
    if (open.isEmpty()) {
      return HostedPage.absent();
    }
    try {
      return make(plan, change, request)
          .map(problem -> page(open.get(), Optional.of(problem), HttpStatus.UNPROCESSABLE_ENTITY))
          .orElseGet(() -> HttpResponse.seeOther(URI.create("/sandbox/portal/" + portal)));
    } catch (ControlRefusal refusal) {
      return page(open.get(), Optional.of(refusal.detail()), refusal.status());
    }
  }

  private Optional<String> make(String plan, String change, PortalRequest request) {
    switch (change) {
      case "end" -> subscribers.endNow(plan);
      case "end-later" -> subscribers.endLater(plan, true);
      case "go-on" -> subscribers.endLater(plan, false);
      case "card" -> {
        return subscribers.giveCard(plan, request.card()).flatMap(HostedPage::declined);
      }
      case "price" -> {
        Optional<Price> price = subscribers.price(request.wantedPrice());
        price.ifPresent(
            found -> subscribers.changeTo(new ProviderRef(SandboxLine.ID, plan), found));
        return price.isPresent() ? Optional.empty() : Optional.of("There is no such price.");
      }
      default -> {
        return Optional.of("There is no such change.");
      }
    }
    return Optional.empty();
  }

  private HttpResponse<String> page(
      SandboxSubscribers.Portal portal, Optional<String> problem, HttpStatus status) {
    HostedPage page = new HostedPage("Your subscriptions");
    problem.ifPresent(page::warns);
    for (Plan plan : subscribers.plansOf(portal)) {
      add(page, "/sandbox/portal/" + portal.id() + "/" + plan.id(), plan);
    }
    return page.link("Back", portal.comeBack()).answer(status);
  }

  private void add(HostedPage page, String path, Plan plan) {
    page.heading(subscribers.says(plan.price()))
        .says(
            plan.state().replace('_', ' ')
                + (plan.ends() ? ", ends " : ", runs until ")
                + plan.paidUntil());
    if (plan.isOver()) {
      return;
    }
    page.cardForm(path + "/card", plan.id(), "Use this card")
        .form(
            path + "/price",
            HostedPage.field(
                plan.id() + "-price", "price", "Price", "price_usd_1999_month_premium", true),
            "Change the plan")
        .form(
            path + (plan.ends() ? "/go-on" : "/end-later"),
            "",
            plan.ends() ? "Go on after all" : "End it with this period")
        .form(path + "/end", "", "End it now");
  }
}
