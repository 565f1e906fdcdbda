package dev.stagedoor.web.error;

import dev.stagedoor.application.port.StoreUnavailable;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.web.request.RequestId;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes every failure the server has no handler of its own for, and logs what an operator must
 * know: bugs with their stack, providers that fail without.
 */
@Singleton
final class FailureHandler implements ExceptionHandler<Throwable, HttpResponse<?>> {
  private static final Logger LOG = LoggerFactory.getLogger(FailureHandler.class);

  private final ErrorResponseProcessor<?> processor;

  FailureHandler(ErrorResponseProcessor<?> processor) {
    this.processor = processor;
  }

  @Override
  @SuppressWarnings("rawtypes") // the interface's own
  public HttpResponse<?> handle(HttpRequest request, Throwable failure) {
    HttpRequest<?> asked = request;
    log(asked, failure);
    return processor.processResponse(
        ErrorContext.builder(asked).cause(failure).build(), HttpResponse.serverError());
  }

  private static void log(HttpRequest<?> request, Throwable failure) {
    if (failure instanceof DomainException
        || failure instanceof DetailedRefusal
        || failure instanceof WebException) {
      LOG.debug("refused: {}", failure.getMessage());
    } else if (failure instanceof ProviderException provider) {
      if (provider.kind() == ProviderException.Kind.UNAUTHORISED) {
        LOG.error("{}; check its credentials", provider.getMessage());
      } else {
        LOG.warn("{}", provider.getMessage());
      }
    } else if (failure instanceof StoreUnavailable) {
      LOG.error("{}: {}", failure.getMessage(), String.valueOf(failure.getCause()));
    } else if (failure instanceof IOException) {
      LOG.debug("the caller went away", failure);
    } else {
      LOG.error("request {} failed", RequestId.of(request).orElse("without id"), failure);
    }
  }
}
