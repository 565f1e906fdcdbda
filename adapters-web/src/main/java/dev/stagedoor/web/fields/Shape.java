package dev.stagedoor.web.fields;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.core.type.Argument;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which members an answer has to choose from: those of the thing it wraps or of the things it
 * lists, with at most the place in the list beside them; else its own.
 *
 * @param within the member that is or lists the things; nothing where the answer is the thing
 * @param offPhones those of the members that phones are not sent by themselves
 */
record Shape(Optional<String> within, Set<String> members, Set<String> offPhones) {
  private static final Set<String> PLACE = Set.of("page", "limit", "total");

  Shape {
    members = Set.copyOf(members);
    offPhones = Set.copyOf(offPhones);
  }

  /** Returns nothing for what is not an object of ours: a table, a file. */
  static Optional<Shape> of(Argument<?> answer) {
    Class<?> type = answer.getType();
    if (!type.isRecord()) {
      return Optional.empty();
    }
    List<Shape> things = new ArrayList<>();
    boolean isListOrWrapper = true;
    for (RecordComponent component : type.getRecordComponents()) {
      Optional<Class<?>> thing = thing(component.getGenericType(), answer);
      thing.ifPresent(record -> things.add(of(Optional.of(name(component)), record)));
      isListOrWrapper &= thing.isPresent() || PLACE.contains(name(component));
    }
    return Optional.of(
        isListOrWrapper && things.size() == 1 ? things.get(0) : of(Optional.empty(), type));
  }

  private static Shape of(Optional<String> within, Class<?> thing) {
    Set<String> members = new LinkedHashSet<>();
    Set<String> offPhones = new LinkedHashSet<>();
    for (RecordComponent component : thing.getRecordComponents()) {
      members.add(name(component));
      if (component.getAccessor().isAnnotationPresent(NotOnPhones.class)) {
        offPhones.add(name(component));
      }
    }
    return new Shape(within, members, offPhones);
  }

  private static Optional<Class<?>> thing(Type declared, Argument<?> answer) {
    Type one = declared;
    if (declared instanceof ParameterizedType many
        && many.getRawType() instanceof Class<?> container
        && Collection.class.isAssignableFrom(container)) {
      one = many.getActualTypeArguments()[0];
    }
    if (one instanceof TypeVariable<?> variable) {
      one = answer.getTypeVariable(variable.getName()).<Type>map(Argument::getType).orElse(one);
    }
    return one instanceof Class<?> type && type.isRecord() ? Optional.of(type) : Optional.empty();
  }

  private static String name(RecordComponent component) {
    JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
    return named == null || named.value().isEmpty() ? component.getName() : named.value();
  }
}
