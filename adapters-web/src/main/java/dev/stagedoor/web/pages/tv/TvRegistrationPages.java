package dev.stagedoor.web.pages.tv;

import dev.stagedoor.application.tv.SubscriberService;
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

/** Registering as somebody who watches, with a trial. */
@Hidden
@Controller("/register/tv")
@Produces(MediaType.TEXT_HTML)
class TvRegistrationPages {
  private static final String TEMPLATE = "tv/register";
  private static final String HOME = "/tv";

  private final SignUp signUp;
  private final SubscriberService subscribers;

  TvRegistrationPages(SignUp signUp, SubscriberService subscribers) {
    this.signUp = signUp;
    this.subscribers = subscribers;
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
    return signUp.register(shell, request, fields, TEMPLATE, HOME, subscribers::signUp);
  }
}
