package dev.stagedoor.web.tv;

import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.notifications.Category;
import dev.stagedoor.web.json.Sent;
import io.micronaut.serde.annotation.Serdeable;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the caller wants to hear of; what is left out stays. */
@Serdeable
public record PreferencesRequest(
    @Nullable Map<String, @Nullable Boolean> categories, @Nullable String language) {
  Map<Category, Boolean> wanted() {
    Map<Category, Boolean> wanted = new EnumMap<>(Category.class);
    if (categories != null) {
      categories.forEach(
          (code, isOn) ->
              wanted.put(
                  Category.find(code)
                      .orElseThrow(() -> DomainException.invalid("categories", "choice")),
                  Sent.required(isOn, "categories." + code)));
    }
    return wanted;
  }

  Optional<Language> reading() {
    return Optional.ofNullable(language).map(LetterMembers::language);
  }
}
