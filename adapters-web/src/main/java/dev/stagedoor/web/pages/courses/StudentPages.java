package dev.stagedoor.web.pages.courses;

import dev.stagedoor.web.pages.Shell;
import dev.stagedoor.web.pages.accounts.SignUp;
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
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Registering as somebody who learns or teaches; it leads back to where one came from. */
@Hidden
@Controller("/register/student")
@Produces(MediaType.TEXT_HTML)
class StudentPages {
  private static final String TEMPLATE = "courses/register";
  private static final String HOME = "/courses";

  private final SignUp signUp;

  StudentPages(SignUp signUp) {
    this.signUp = signUp;
  }

  @Get
  HttpResponse<String> form(Shell shell, @QueryValue @Nullable String next) {
    return signUp.form(shell, TEMPLATE, next, HOME);
  }

  @Post
  @NoProof
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> register(
      Shell shell, HttpRequest<?> request, @Body Map<String, String> fields) {
    return signUp.register(shell, request, fields, TEMPLATE, HOME);
  }
}
