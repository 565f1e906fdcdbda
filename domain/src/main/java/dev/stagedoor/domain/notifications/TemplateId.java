package dev.stagedoor.domain.notifications;

import java.util.Objects;
import java.util.UUID;

/** Identifies one template. */
public record TemplateId(UUID value) {
  public TemplateId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return "tpl_" + value;
  }
}
