package dev.stagedoor.web.tv;

import dev.stagedoor.application.notifications.ChangeTemplate;
import dev.stagedoor.domain.kernel.Faults;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to be changed of a template; what is left out stays.
 *
 * @param texts all of them; a language that is not among them is spoken no more
 * @param version the version that was seen, where somebody else's change must not be lost
 */
@Serdeable
public record ChangeTemplateRequest(
    @Nullable String category,
    @Nullable List<@Nullable String> variables,
    @Nullable Map<String, LetterMembers.@Nullable Text> texts,
    @Nullable Long version) {
  ChangeTemplate toCommand() {
    Faults faults = new Faults();
    var about = faults.read(() -> Optional.ofNullable(category).map(LetterMembers::category));
    var says = faults.read(() -> Optional.ofNullable(texts).map(LetterMembers::texts));
    faults.refuseAny();
    return new ChangeTemplate(
        about.orElseThrow(),
        Optional.ofNullable(variables).map(LetterMembers::variables),
        says.orElseThrow(),
        Optional.ofNullable(version));
  }
}
