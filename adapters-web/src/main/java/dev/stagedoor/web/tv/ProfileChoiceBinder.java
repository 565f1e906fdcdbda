package dev.stagedoor.web.tv;

import dev.stagedoor.application.tv.ProfileChoice;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.tv.ProfileId;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/**
 * Gives a controller's {@link ProfileChoice} parameter the profile that a request acts as: {@code
 * X-Profile-Token}, or {@code profile_token} in the address of what is only read, or {@code
 * X-Profile-Id}.
 */
@Singleton
public final class ProfileChoiceBinder implements TypedRequestArgumentBinder<ProfileChoice> {
  private static final String TOKEN = "X-Profile-Token";
  private static final String ID = "X-Profile-Id";

  @Override
  public Argument<ProfileChoice> argumentType() {
    return Argument.of(ProfileChoice.class);
  }

  @Override
  public BindingResult<ProfileChoice> bind(
      ArgumentConversionContext<ProfileChoice> context, HttpRequest<?> request) {
    ProfileChoice choice = choice(request);
    return () -> Optional.of(choice);
  }

  /** Reads it, for what is no controller. */
  public static ProfileChoice choice(HttpRequest<?> request) {
    return new ProfileChoice(token(request), id(request));
  }

  private static Optional<Secret> token(HttpRequest<?> request) {
    return header(request, TOKEN)
        .or(
            () ->
                Optional.ofNullable(request.getParameters().get("profile_token"))
                    .filter(token -> request.getMethod() == HttpMethod.GET && !token.isBlank()))
        .map(Secret::of);
  }

  private static Optional<ProfileId> id(HttpRequest<?> request) {
    return header(request, ID)
        .map(
            text -> {
              try {
                return new ProfileId(UUID.fromString(text));
              } catch (IllegalArgumentException notAnId) {
                throw DomainException.notFound();
              }
            });
  }

  private static Optional<String> header(HttpRequest<?> request, String name) {
    return Optional.ofNullable(request.getHeaders().get(name))
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }
}
