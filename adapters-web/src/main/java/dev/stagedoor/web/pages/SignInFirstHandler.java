package dev.stagedoor.web.pages;

import dev.stagedoor.web.request.Accepted;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/** Leads a visitor who wants a page for signed-in people to the sign-in page, and back after it. */
@Singleton
final class SignInFirstHandler implements ExceptionHandler<SignInFirst, HttpResponse<?>> {
  @Override
  @SuppressWarnings("rawtypes") // the interface's own
  public HttpResponse<?> handle(HttpRequest request, SignInFirst wanted) {
    HttpRequest<?> asked = request;
    // What a form sent cannot be fetched; its sender begins at the front door.
    return Pages.leadTo(
        Accepted.page(asked) ? Next.signInFor(asked.getUri().toString()) : "/login");
  }
}
