package dev.stagedoor.web.pages.courses;

import dev.stagedoor.application.courses.ProfileService;
import dev.stagedoor.application.courses.ProfileView;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.web.pages.Form;
import dev.stagedoor.web.pages.Pages;
import dev.stagedoor.web.pages.Shell;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What people tell of themselves and teach, and following them. */
@Hidden
@Controller("/people/{id}")
@Produces(MediaType.TEXT_HTML)
class PeoplePages {
  private static final String TEMPLATE = "courses/person";

  private final Pages pages;
  private final ProfileService profiles;

  PeoplePages(Pages pages, ProfileService profiles) {
    this.pages = pages;
    this.profiles = profiles;
  }

  @Get
  HttpResponse<String> person(Shell shell, @PathVariable UUID id) {
    ProfileView person = profiles.get(shell.actor(), new UserId(id));
    return pages.show(shell, TEMPLATE, page(shell.actor(), person, filled(person)));
  }

  /** Changes what the reader tells of themselves. */
  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> change(
      Shell shell, @PathVariable UUID id, @Body Map<String, String> fields) {
    Actor actor = shell.signedIn();
    if (!actor.is(new UserId(id))) {
      throw DomainException.notAllowed();
    }
    Form form = Form.of(fields);
    try {
      profiles.change(
          actor,
          Optional.of(form.value("headline")),
          Optional.of(CourseFields.lines(form, "bio")),
          Optional.of(form.value("pictureUrl")));
      return Pages.leadTo("/people/" + id + "?done=profile_saved");
    } catch (DomainException refused) {
      ProfileView person = profiles.get(actor, new UserId(id));
      return pages.show(
          Form.status(refused),
          shell,
          TEMPLATE,
          page(actor, person, form.refused(refused, shell.text())));
    }
  }

  /** Follows somebody, or does not any more. */
  @Post("/follow")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> follow(
      Shell shell, @PathVariable UUID id, @Body Map<String, String> fields) {
    Actor actor = shell.signedIn();
    UserId person = new UserId(id);
    ProfileView now =
        Form.of(fields).value("act").equals("unfollow")
            ? profiles.unfollow(actor, person)
            : profiles.follow(actor, person);
    return Pages.leadTo(
        "/people/" + id + (now.isFollowed() ? "?done=followed" : "?done=unfollowed"));
  }

  private static PersonPage page(Actor actor, ProfileView person, Form form) {
    return new PersonPage(person, actor.is(new UserId(person.id())), form);
  }

  private static Form filled(ProfileView person) {
    return Form.empty()
        .with("headline", person.headline())
        .with("bio", person.bio())
        .with("pictureUrl", person.pictureUrl().map(URI::toString).orElse(""));
  }
}
