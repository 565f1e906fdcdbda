package dev.stagedoor.web.tv;

import dev.stagedoor.domain.notifications.Template;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** Every template, by key. */
@Serdeable
public record TemplatesResponse(List<TemplateResponse.Template> templates) {
  static TemplatesResponse from(List<Template> templates) {
    return new TemplatesResponse(templates.stream().map(TemplateResponse.Template::from).toList());
  }
}
