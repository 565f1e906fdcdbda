package dev.stagedoor.application.notifications;

import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.notifications.Category;
import dev.stagedoor.domain.notifications.Wording;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be changed of a template; what is empty stays.
 *
 * @param texts all of them; a language that is not among them is spoken no more
 * @param version the version that was seen, where somebody else's change must not be lost
 */
public record ChangeTemplate(
    Optional<Category> category,
    Optional<Set<String>> variables,
    Optional<Map<Language, Wording>> texts,
    Optional<Long> version) {}
