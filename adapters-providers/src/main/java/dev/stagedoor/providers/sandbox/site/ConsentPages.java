package dev.stagedoor.providers.sandbox.site;

import dev.stagedoor.domain.kernel.WebAddress;
import dev.stagedoor.providers.sandbox.Sandbox;
import dev.stagedoor.providers.sandbox.invoices.SandboxInvoicing;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.uri.UriBuilder;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.util.Optional;

/** Where a merchant lets the operator act for an account. */
@Controller("/sandbox/connect")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ConsentPages {

  private final SandboxInvoicing invoicing;

  ConsentPages(Sandbox sandbox) {
    this.invoicing = sandbox.invoicing();
  }

  @Get
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<String> ask(
      @QueryValue(defaultValue = "") String state,
      @QueryValue(value = "redirect_uri", defaultValue = "") String redirectUri) {
    Optional<URI> comeBack = WebAddress.of(redirectUri);
    if (comeBack.isEmpty()) {
      return HostedPage.absent();
    }
    return new HostedPage("Connect a merchant's account")
        .says("A new account gives this site leave to write invoices in its name.")
        .goingTo(comeBack.get())
        .form(
            "/sandbox/connect",
            HostedPage.field("name", "name", "Name of the shop", "Ada's shop", true)
                + hidden("state", state)
                + hidden("redirectUri", redirectUri),
            "Give leave")
        .link(
            "Do not",
            UriBuilder.of(comeBack.get())
                .queryParam("error", "access_denied")
                .queryParam("state", state)
                .build()
                .toString())
        .answer(HttpStatus.OK);
  }

  private static String hidden(String name, String value) {
    return "<input type=\"hidden\" name=\""
        + name
        + "\" value=\""
        + HostedPage.escaped(value)
        + "\">";
  }

  @Post
  @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.APPLICATION_JSON})
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<String> give(@Body ConsentRequest request) {
    return WebAddress.of(request.redirectUri())
        .map(
            comeBack ->
                HttpResponse.<String>seeOther(
                    UriBuilder.of(comeBack)
                        .queryParam("code", invoicing.giveLeave(request.name()).reveal())
                        .queryParam("state", request.state())
                        .build()))
        .map(answer -> (HttpResponse<String>) answer)
        .orElseGet(HostedPage::absent);
  }
}
