package dev.stagedoor.web.pages.memorials;

import dev.stagedoor.application.auth.SessionService;
import dev.stagedoor.application.memorials.MemorialService;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.web.pages.Pages;
import dev.stagedoor.web.pages.Shell;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;

/** What belongs to whoever is signed in. */
@Hidden
@Controller
@Produces(MediaType.TEXT_HTML)
class ProfilePages {
  private final Pages pages;
  private final SessionService sessions;
  private final MemorialService memorials;

  ProfilePages(Pages pages, SessionService sessions, MemorialService memorials) {
    this.pages = pages;
    this.sessions = sessions;
    this.memorials = memorials;
  }

  @Get("/profile")
  HttpResponse<String> profile(Shell shell, PageRequest page) {
    Actor actor = shell.signedIn();
    return pages.show(
        shell,
        "memorials/profile",
        new ProfilePage(sessions.me(actor), memorials.mine(actor, page)));
  }
}
