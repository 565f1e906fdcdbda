package dev.stagedoor.web.json;

import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.serde.support.deserializers.SerdeDeserializationPreInstantiateCallback;
import jakarta.inject.Singleton;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
    Class<?> bean = type.getBeanType();
    if (!bean.isRecord() || !bean.getName().startsWith(OURS)) {
      return;
    }
    List<String> missing = new ArrayList<>();
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i] == null && !mayBeAbsent(bean.getRecordComponents()[i])) {
        missing.add(bean.getRecordComponents()[i].getName());
      }
    }
    if (!missing.isEmpty()) {
      throw new MissingMembers(missing);
    }
  }

  // The introspection cannot be asked: depending on the order in which sources are compiled, its
  // processor sees JSpecify's annotation or does not. The class file always has it.
  private static boolean mayBeAbsent(RecordComponent component) {
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }
}
