package dev.stagedoor.web.pages.tv;

import dev.stagedoor.application.tv.OpenedProfile;
import dev.stagedoor.application.tv.ProfileView;
import dev.stagedoor.application.tv.TvSubscriptionService;
import dev.stagedoor.application.tv.ViewerProfileService;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.tv.ProfileId;
import dev.stagedoor.domain.tv.TvError;
import dev.stagedoor.web.pages.Form;
import dev.stagedoor.web.pages.Pages;
import dev.stagedoor.web.pages.Shell;
import io.micronaut.http.HttpRequest;
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
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Who watches: one chooses a profile, enters its PIN where it has one, and changes profiles. */
@Hidden
@Controller("/tv")
@Produces(MediaType.TEXT_HTML)
class ProfilePages {
  private static final String PIN = "pin";

  private final Pages pages;
  private final ViewerProfileService profiles;
  private final TvSubscriptionService subscriptions;
  private final Viewers viewers;
  private final Clock clock;

  ProfilePages(
      Pages pages,
      ViewerProfileService profiles,
      TvSubscriptionService subscriptions,
      Viewers viewers,
      Clock clock) {
    this.pages = pages;
    this.profiles = profiles;
    this.subscriptions = subscriptions;
    this.viewers = viewers;
    this.clock = clock;
  }

  @Get
  HttpResponse<String> choose(Shell shell, HttpRequest<?> request) {
    Actor actor = shell.signedIn();
    return pages.show(
        shell,
        "tv/choose",
        new ChoosePage(viewers.of(actor, request), subscriptions.current(actor)));
  }

  @Get("/profiles/{id}/open")
  HttpResponse<String> pin(Shell shell, HttpRequest<?> request, @PathVariable UUID id) {
    Viewing viewing = viewers.of(shell.signedIn(), request);
    return ask(HttpStatus.OK, shell, viewing, viewing.profile(id), Form.empty());
  }

  /** Opens a profile, or asks for the PIN that it takes. */
  @Post("/profiles/{id}/open")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> open(
      Shell shell,
      HttpRequest<?> request,
      @PathVariable UUID id,
      @Body Map<String, String> fields) {
    Actor actor = shell.signedIn();
    Viewing viewing = viewers.of(actor, request);
    ProfileView profile = viewing.profile(id);
    Form form = Form.of(fields);
    Optional<Secret> pin = Optional.of(form.secret(PIN)).filter(typed -> !typed.isBlank());
    try {
      OpenedProfile opened =
          profiles.open(actor, viewing.choice(), new ProfileId(profile.id()), pin);
      return Pages.leadTo("/tv/watch").cookies(ProfileCookie.of(opened, clock.instant(), request));
    } catch (DomainException refused) {
      if (refused.code() == TvError.PROFILE_TOKEN_INVALID) {
        return Pages.leadTo("/tv?done=tv_closed").cookies(ProfileCookie.cleared(request));
      }
      if (refused.code() == TvError.PIN_NEEDED && pin.isEmpty()) {
        return ask(HttpStatus.OK, shell, viewing, profile, Form.empty());
      }
      return ask(
          Refusals.status(refused), shell, viewing, profile, Refusals.told(form, refused, shell));
    }
  }

  @Get("/profiles/{id}")
  HttpResponse<String> profile(Shell shell, HttpRequest<?> request, @PathVariable UUID id) {
    Viewing viewing = viewers.of(shell.signedIn(), request);
    viewing.mustBeGrownUp();
    ProfileView profile = viewing.profile(id);
    return edit(HttpStatus.OK, shell, viewing, profile, ProfileFields.filled(profile));
  }

  @Post("/profiles/{id}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> save(
      Shell shell,
      HttpRequest<?> request,
      @PathVariable UUID id,
      @Body Map<String, String> fields) {
    Actor actor = shell.signedIn();
    Viewing viewing = viewers.of(actor, request);
    ProfileView profile = viewing.profile(id);
    Form form = Form.of(fields);
    try {
      var unused =
          profiles.change(
              actor, viewing.choice(), new ProfileId(id), ProfileFields.change(form, profile));
      return Pages.leadTo("/tv/account?done=tv_profile_saved");
    } catch (DomainException refused) {
      return edit(
          Refusals.status(refused), shell, viewing, profile, Refusals.told(form, refused, shell));
    }
  }

  @Post("/profiles/{id}/remove")
  @Consumes(MediaType.ALL)
  HttpResponse<String> remove(Shell shell, HttpRequest<?> request, @PathVariable UUID id) {
    Actor actor = shell.signedIn();
    Viewing viewing = viewers.of(actor, request);
    ProfileView profile = viewing.profile(id);
    try {
      profiles.remove(actor, viewing.choice(), new ProfileId(id));
      return Pages.leadTo("/tv/account?done=tv_profile_removed");
    } catch (DomainException refused) {
      Form form = Refusals.told(ProfileFields.filled(profile), refused, shell);
      return edit(Refusals.status(refused), shell, viewing, profile, form);
    }
  }

  private HttpResponse<String> ask(
      HttpStatus status, Shell shell, Viewing viewing, ProfileView profile, Form form) {
    ProfileView asked = profile.hasPin() ? profile : viewing.open().orElse(profile);
    return Pages.unkept(pages.show(status, shell, "tv/pin", new PinPage(profile, asked, form)));
  }

  private HttpResponse<String> edit(
      HttpStatus status, Shell shell, Viewing viewing, ProfileView profile, Form form) {
    boolean isLast = viewing.profiles().size() == 1;
    return Pages.unkept(
        pages.show(status, shell, "tv/profile", new ProfilePage(profile, isLast, form)));
  }
}
