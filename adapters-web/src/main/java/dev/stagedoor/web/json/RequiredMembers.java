package dev.stagedoor.web.json;

import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.support.deserializers.SerdeDeserializationPreInstantiateCallback;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/**
 * Sees to it that a request record gets everything it declares: a component that is not {@code
 * Optional} and not marked {@code @Nullable} must be in the body, and all that are missing are told
 * at once.
 */
@Singleton
final class RequiredMembers implements SerdeDeserializationPreInstantiateCallback {
  private static final String OURS = "dev.stagedoor.";

  @Override
  public void preInstantiate(BeanIntrospection<?> type, Object... arguments) {
    if (!type.getBeanType().getName().startsWith(OURS)) {
      return;
    }
    Argument<?>[] declared = type.getConstructorArguments();
    List<String> missing = new ArrayList<>();
    for (int i = 0; i < declared.length; i++) {
      if (arguments[i] == null && !declared[i].isNullable()) {
        missing.add(declared[i].getName());
      }
    }
    if (!missing.isEmpty()) {
      throw new MissingMembers(missing);
    }
  }
}
