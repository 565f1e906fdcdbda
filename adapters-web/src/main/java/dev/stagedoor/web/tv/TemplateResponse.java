package dev.stagedoor.web.tv;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** A template, wrapped as clients expect it. */
@Serdeable
public record TemplateResponse(Template template) {
  /**
   * What can be sent.
   *
   * @param builtIn whether the product itself sends by it
   * @param variables what whoever sends it must fill in
   * @param texts what it says, by language
   */
  @Serdeable
  public record Template(
      UUID id,
      String key,
      String category,
      @JsonProperty("built_in") boolean builtIn,
      List<String> variables,
      Map<String, Text> texts,
      long version,
      @JsonProperty("created_at") Instant createdAt,
      @JsonProperty("updated_at") Instant updatedAt) {
    static Template from(dev.stagedoor.domain.notifications.Template template) {
      Map<String, Text> texts = new TreeMap<>();
      template
          .letter()
          .texts()
          .forEach(
              (language, wording) ->
                  texts.put(language.code(), new Text(wording.subject(), wording.body())));
      return new Template(
          template.id().value(),
          template.key(),
          template.letter().category().code(),
          template.isBuiltIn(),
          List.copyOf(template.letter().variables()),
          texts,
          template.version(),
          template.createdAt(),
          template.changedAt());
    }
  }

  /** What it says in one language. */
  @Serdeable
  public record Text(String subject, String body) {}

  static TemplateResponse from(dev.stagedoor.domain.notifications.Template template) {
    return new TemplateResponse(Template.from(template));
  }
}
