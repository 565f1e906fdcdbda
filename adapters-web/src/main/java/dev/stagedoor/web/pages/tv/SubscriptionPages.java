package dev.stagedoor.web.pages.tv;

import dev.stagedoor.application.Settings;
import dev.stagedoor.application.notifications.PreferenceService;
import dev.stagedoor.application.tv.PlanService;
import dev.stagedoor.application.tv.SubscriberService;
import dev.stagedoor.application.tv.SubscriptionView;
import dev.stagedoor.application.tv.TvSubscriptionService;
import dev.stagedoor.application.tv.ViewerProfileService;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.IdempotencyKey;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.notifications.Category;
import dev.stagedoor.web.pages.Form;
import dev.stagedoor.web.pages.PagePolicy;
import dev.stagedoor.web.pages.Pages;
import dev.stagedoor.web.pages.Shell;
import dev.stagedoor.web.request.HttpSettings;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Plans, and the account: what one has, pays and may have. */
@Hidden
@Controller("/tv")
@Produces(MediaType.TEXT_HTML)
class SubscriptionPages {
  private static final String ACCOUNT = "/tv/account";

  private final Pages pages;
  private final PlanService plans;
  private final SubscriberService subscribers;
  private final TvSubscriptionService subscriptions;
  private final ViewerProfileService profiles;
  private final PreferenceService preferences;
  private final Viewers viewers;
  private final Settings settings;
  private final String leading;

  SubscriptionPages(
      Pages pages,
      PlanService plans,
      SubscriberService subscribers,
      TvSubscriptionService subscriptions,
      ViewerProfileService profiles,
      PreferenceService preferences,
      Viewers viewers,
      Settings settings,
      HttpSettings http) {
    this.pages = pages;
    this.plans = plans;
    this.subscribers = subscribers;
    this.subscriptions = subscriptions;
    this.profiles = profiles;
    this.preferences = preferences;
    this.viewers = viewers;
    this.settings = settings;
    // Forms here end at the provider's pages, wherever those are.
    this.leading = PagePolicy.of(http.pagePolicy()).with("form-action", "https:").toString();
  }

  @Get("/plans")
  HttpResponse<String> plans(Shell shell, HttpRequest<?> request) {
    return plans(HttpStatus.OK, shell, request, Form.empty());
  }

  @Post("/subscribe")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> subscribe(
      Shell shell, HttpRequest<?> request, @Body Map<String, String> fields) {
    Actor actor = shell.signedIn();
    Form form = Form.of(fields);
    return lead(
        shell,
        form,
        () ->
            subscriptions
                .checkout(
                    actor,
                    viewers.of(actor, request).choice(),
                    form.value("price"),
                    here(ACCOUNT + "?done=tv_subscribed"),
                    here("/tv/plans"),
                    new IdempotencyKey(Keys.in(form).orElseGet(Keys::next)))
                .page(),
        (status, told) -> plans(status, shell, request, told));
  }

  @Get("/account")
  HttpResponse<String> account(Shell shell, HttpRequest<?> request) {
    return account(HttpStatus.OK, shell, request, Form.empty(), Form.empty());
  }

  /** Opens the provider's page for cards, plans and bills. */
  @Post("/portal")
  @Consumes(MediaType.ALL)
  HttpResponse<String> portal(Shell shell, HttpRequest<?> request) {
    Actor actor = shell.signedIn();
    return lead(
        shell,
        Form.empty(),
        () -> subscriptions.portal(actor, viewers.of(actor, request).choice(), here(ACCOUNT)),
        aboveAccount(shell, request));
  }

  @Post("/cancel")
  @Consumes(MediaType.ALL)
  HttpResponse<String> cancel(Shell shell, HttpRequest<?> request) {
    Actor actor = shell.signedIn();
    return change(
        shell,
        Form.empty(),
        "tv_cancelled",
        () -> {
          var unused = subscriptions.cancel(actor, viewers.of(actor, request).choice());
        },
        aboveAccount(shell, request));
  }

  @Post("/profiles")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> addProfile(
      Shell shell, HttpRequest<?> request, @Body Map<String, String> fields) {
    Actor actor = shell.signedIn();
    Form form = Form.of(fields);
    return change(
        shell,
        form,
        "tv_profile_added",
        () -> {
          var unused =
              profiles.create(
                  actor, viewers.of(actor, request).choice(), ProfileFields.wanted(form));
        },
        (status, told) -> account(status, shell, request, Form.empty(), told));
  }

  /** Changes what the holder of the account hears of; a kids' profile may not. */
  @Post("/preferences")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> prefer(
      Shell shell, HttpRequest<?> request, @Body Map<String, String> fields) {
    Actor actor = shell.signedIn();
    Form form = Form.of(fields);
    return change(
        shell,
        form,
        "preferences_saved#messages",
        () -> prefer(actor, request, form),
        aboveAccount(shell, request));
  }

  private void prefer(Actor actor, HttpRequest<?> request, Form form) {
    viewers.of(actor, request).mustBeGrownUp();
    Map<Category, Boolean> wanted = new EnumMap<>(Category.class);
    for (Category category : Category.values()) {
      if (category.isOptional()) {
        wanted.put(category, form.isTicked(category.code()));
      }
    }
    var unused = preferences.change(actor, wanted, Language.find(form.value("language")));
  }

  /** Says on the page of the account that a change was made, or why not. */
  private static HttpResponse<String> change(
      Shell shell, Form form, String done, Runnable change, Telling telling) {
    return lead(
        shell,
        form,
        () -> {
          change.run();
          return URI.create(ACCOUNT + "?done=" + done);
        },
        telling);
  }

  private Telling aboveAccount(Shell shell, HttpRequest<?> request) {
    return (status, told) -> account(status, shell, request, told, Form.empty());
  }

  /** Leads on to where an action ends, or shows its page again with why it was refused. */
  private static HttpResponse<String> lead(
      Shell shell, Form form, Supplier<URI> action, Telling telling) {
    try {
      return Pages.leadTo(action.get().toString());
    } catch (DomainException refused) {
      return telling.show(Refusals.status(refused), Refusals.told(form, refused, shell));
    } catch (ProviderException failed) {
      String problem = shell.text().say("errors." + ("PROVIDER_" + failed.kind()));
      return telling.show(HttpStatus.BAD_GATEWAY, form.withProblem(problem));
    }
  }

  /** Shows a page again with what was wrong. */
  private interface Telling {
    HttpResponse<String> show(HttpStatus status, Form told);
  }

  private HttpResponse<String> plans(
      HttpStatus status, Shell shell, HttpRequest<?> request, Form form) {
    Optional<SubscriptionView> has =
        shell.actor().isSignedIn()
            ? Optional.of(subscriptions.current(shell.actor()))
            : Optional.empty();
    boolean isKids = shell.actor().isSignedIn() && viewers.of(shell.actor(), request).isKids();
    return leading(
        pages.show(
            status,
            shell,
            "tv/plans",
            new PlansPage(plans.offered(), has, isKids, Keys.next(), form)));
  }

  private HttpResponse<String> account(
      HttpStatus status, Shell shell, HttpRequest<?> request, Form problem, Form form) {
    Actor actor = shell.signedIn();
    return leading(
        Pages.unkept(
            pages.show(
                status,
                shell,
                "tv/account",
                new AccountPage(
                    viewers.of(actor, request),
                    subscribers.me(actor),
                    subscriptions.current(actor),
                    preferences.mine(actor),
                    problem,
                    form))));
  }

  private HttpResponse<String> leading(MutableHttpResponse<String> page) {
    return page.header("Content-Security-Policy", leading);
  }

  private URI here(String path) {
    return URI.create(settings.publicUrl().toString().replaceFirst("/+$", "") + path);
  }
}
