package dev.stagedoor.web.pages.accounts;

import dev.stagedoor.web.pages.Form;
import dev.stagedoor.web.pages.Pages;
import dev.stagedoor.web.pages.Shell;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;

/** The page at the root, which says what this is. */
@Hidden
@Controller
@Produces(MediaType.TEXT_HTML)
class HomePages {
  private final Pages pages;

  HomePages(Pages pages) {
    this.pages = pages;
  }

  @Get
  HttpResponse<String> home(Shell shell) {
    return pages.show(shell, "accounts/home", Form.empty());
  }
}
