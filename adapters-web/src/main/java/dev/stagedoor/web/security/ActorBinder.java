package dev.stagedoor.web.security;

import dev.stagedoor.domain.auth.Actor;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Gives a controller's {@link Actor} parameter whoever sends the request. */
@Singleton
final class ActorBinder implements TypedRequestArgumentBinder<Actor> {
  @Override
  public Argument<Actor> argumentType() {
    return Argument.of(Actor.class);
  }

  @Override
  public BindingResult<Actor> bind(
      ArgumentConversionContext<Actor> context, HttpRequest<?> request) {
    Actor actor = Caller.of(request).actor();
    return () -> Optional.of(actor);
  }
}
