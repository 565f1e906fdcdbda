package dev.stagedoor.web.tv;

import dev.stagedoor.domain.kernel.Faults;
import dev.stagedoor.domain.notifications.Letter;
import dev.stagedoor.web.json.Sent;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A template to be made.
 *
 * @param variables what whoever sends it must fill in; {@code name} is always there
 * @param texts what it says, by language; English is needed
 */
@Serdeable
public record NewTemplateRequest(
    @Nullable String key,
    @Nullable String category,
    @Nullable List<@Nullable String> variables,
    @Nullable Map<String, LetterMembers.@Nullable Text> texts) {
  String wantedKey() {
    return Sent.required(key, "key");
  }

  Letter letter() {
    Faults faults = new Faults();
    var about = faults.read(() -> LetterMembers.category(Sent.required(category, "category")));
    var says = faults.read(() -> LetterMembers.texts(Sent.required(texts, "texts")));
    faults.refuseAny();
    return new Letter(
        about.orElseThrow(),
        LetterMembers.variables(Objects.requireNonNullElse(variables, List.of())),
        says.orElseThrow());
  }
}
