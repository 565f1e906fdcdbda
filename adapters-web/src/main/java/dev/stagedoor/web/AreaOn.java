package dev.stagedoor.web;

import io.micronaut.context.condition.Condition;
import io.micronaut.context.condition.ConditionContext;
import io.micronaut.core.type.Argument;
import java.util.List;

/** Holds while {@code stagedoor.areas} names an area, or is left out. */
abstract class AreaOn implements Condition {
  private final String area;

  AreaOn(String area) {
    this.area = area;
  }

  @Override
  public boolean matches(@SuppressWarnings("rawtypes") ConditionContext context) {
    ConditionContext<?> asked = context;
    return asked
        .getProperty("stagedoor.areas", Argument.listOf(String.class))
        .map((List<String> areas) -> areas.contains(area))
        .orElse(true);
  }
}
