package dev.stagedoor.web.pages.memorials;

import dev.stagedoor.application.auth.SignedIn;
import dev.stagedoor.application.memorials.DirectorService;
import dev.stagedoor.application.memorials.FamilyService;
import dev.stagedoor.application.memorials.RegisterDirector;
import dev.stagedoor.application.memorials.RegisterFamily;
import dev.stagedoor.application.memorials.RegisteredFamily;
import dev.stagedoor.web.limits.SignInLimits;
import dev.stagedoor.web.pages.Form;
import dev.stagedoor.web.pages.Pages;
import dev.stagedoor.web.pages.Shell;
import dev.stagedoor.web.pages.accounts.Entrance;
import dev.stagedoor.web.security.NoProof;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;

/** Registering as a family or as a funeral director. */
@Hidden
@Controller("/register")
@Produces(MediaType.TEXT_HTML)
class RegistrationPages {
  private static final String FAMILY = "memorials/register_family";
  private static final String DIRECTOR = "memorials/register_director";

  private final Pages pages;
  private final FamilyService families;
  private final DirectorService directors;
  private final SignInLimits limits;
  private final Entrance entrance;

  RegistrationPages(
      Pages pages,
      FamilyService families,
      DirectorService directors,
      SignInLimits limits,
      Entrance entrance) {
    this.pages = pages;
    this.families = families;
    this.directors = directors;
    this.limits = limits;
    this.entrance = entrance;
  }

  @Get("/family")
  HttpResponse<String> familyForm(Shell shell) {
    return pages.show(shell, FAMILY, Form.empty());
  }

  @Post("/family")
  @NoProof
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> family(
      Shell shell, HttpRequest<?> request, @Body Map<String, String> fields) {
    Form form = Form.of(fields);
    return pages.submit(
        shell,
        FAMILY,
        form,
        () -> {
          limits.countAddress(request);
          RegisteredFamily family =
              families.register(
                  new RegisterFamily(
                      form.email("email"),
                      form.secret("password"),
                      form.person("name"),
                      form.phone("phone"),
                      form.value("lovedOneName"),
                      shell.language()));
          return entrance.letIn(
              family.signedIn(),
              "/memorial/" + family.memorial().id() + "/schedule?done=registered",
              request);
        });
  }

  @Get("/funeral-director")
  HttpResponse<String> directorForm(Shell shell) {
    return pages.show(shell, DIRECTOR, Form.empty());
  }

  @Post("/funeral-director")
  @NoProof
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> director(
      Shell shell, HttpRequest<?> request, @Body Map<String, String> fields) {
    Form form = Form.of(fields);
    return pages.submit(
        shell,
        DIRECTOR,
        form,
        () -> {
          limits.countAddress(request);
          SignedIn signedIn =
              directors.register(
                  new RegisterDirector(
                      form.email("email"),
                      form.secret("password"),
                      form.person("name"),
                      form.value("company"),
                      form.value("phone"),
                      shell.language()));
          return entrance.letIn(signedIn, "/director", request);
        });
  }
}
