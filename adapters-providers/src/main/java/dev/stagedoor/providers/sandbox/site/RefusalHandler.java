package dev.stagedoor.providers.sandbox.site;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/** Answers refusals of controls as {@code application/problem+json}. */
@Singleton
final class RefusalHandler
    implements ExceptionHandler<ControlRefusal, HttpResponse<ProblemResponse>> {
  @Override
  @SuppressWarnings("rawtypes") // the interface has the raw type
  public HttpResponse<ProblemResponse> handle(HttpRequest request, ControlRefusal refusal) {
    return HttpResponse.<ProblemResponse>status(refusal.status())
        .contentType(MediaType.of("application/problem+json"))
        .body(ProblemResponse.from(request, refusal));
  }
}
