package dev.stagedoor.web.services;

import dev.stagedoor.application.services.ServiceCallService;
import dev.stagedoor.application.services.SignedCall;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Fault;
import dev.stagedoor.domain.services.ServiceId;
import dev.stagedoor.web.error.WebError;
import dev.stagedoor.web.error.WebException;
import dev.stagedoor.web.json.MissingMembers;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/**
 * Lets signed calls of other services in. The signature is over the bytes as they came, so nothing
 * is made of them before it was checked.
 */
@Singleton
public final class ServiceDoor {
  private static final int MOST_BYTES = 65_536;

  private final ServiceCallService calls;
  private final JsonMapper json;

  ServiceDoor(ServiceCallService calls, JsonMapper json) {
    this.calls = calls;
    this.json = json;
  }

  /**
   * Lets a call in, and reads what it says.
   *
   * @param allowed who may ask for this
   * @throws dev.stagedoor.domain.kernel.DomainException with one of {@link
   *     dev.stagedoor.domain.services.ServiceError}
   */
  public <T> T admit(HttpRequest<byte[]> request, ServiceId allowed, Class<T> body) {
    byte[] bytes = request.getBody().orElseGet(() -> new byte[0]);
    if (bytes.length > MOST_BYTES) {
      throw new WebException(WebError.BODY_TOO_LARGE);
    }
    calls.admit(call(request.getHeaders()), bytes, Set.of(allowed));
    return read(bytes, Argument.of(body));
  }

  private static SignedCall call(HttpHeaders headers) {
    return new SignedCall(
        Optional.ofNullable(headers.get("x-service-api-key")),
        Optional.ofNullable(headers.get("x-service-id")),
        Optional.ofNullable(headers.get("x-timestamp")),
        Optional.ofNullable(headers.get("x-signature")));
  }

  private <T> T read(byte[] bytes, Argument<T> as) {
    try {
      T read = json.readValue(bytes, as);
      if (read != null) {
        return read;
      }
    } catch (IOException unreadable) {
      if (unreadable.getCause() instanceof MissingMembers missing) {
        throw DomainException.invalid(
            missing.names().stream().map(name -> Fault.of(name, "required")).toList());
      }
    }
    throw new WebException(WebError.REQUEST_UNREADABLE);
  }
}
