package dev.stagedoor.web.tv;

import dev.stagedoor.domain.kernel.Language;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to be looked at.
 *
 * @param variables what stands in the places of the variables
 * @param name the reader's; somebody's where it is left out
 */
@Serdeable
public record PreviewRequest(
    @Nullable String language,
    @Nullable String name,
    @Nullable Map<String, @Nullable String> variables) {
  Language wanted() {
    return Optional.ofNullable(language).map(LetterMembers::language).orElse(Language.EN);
  }

  String reader() {
    return Optional.ofNullable(name).filter(given -> !given.isBlank()).orElse("Ada Lovelace");
  }

  Map<String, String> values() {
    return LetterMembers.values(variables);
  }
}
