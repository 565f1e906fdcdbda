package dev.stagedoor.web.error;

import dev.stagedoor.web.request.Languages;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;

/**
 * Answers everything that goes wrong, our own refusals and the server's alike: all exception
 * handlers come here.
 */
@Singleton
final class ProblemProcessor implements ErrorResponseProcessor<Object> {
  private final Problems problems;
  private final ProblemWriter writer;

  ProblemProcessor(Problems problems, ProblemWriter writer) {
    this.problems = problems;
    this.writer = writer;
  }

  @Override
  public MutableHttpResponse<Object> processResponse(
      ErrorContext context, MutableHttpResponse<?> response) {
    HttpRequest<?> request = context.getRequest();
    return writer.write(
        request,
        problems.of(
            context.getRootCause().orElse(null), response.status(), request, Languages.of(request)),
        response);
  }
}
