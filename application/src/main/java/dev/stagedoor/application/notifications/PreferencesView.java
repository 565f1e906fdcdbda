package dev.stagedoor.application.notifications;

import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.notifications.Category;
import java.util.Set;

/**
 * What somebody hears of.
 *
 * @param language in which they read it
 */
public record PreferencesView(Set<Category> wanted, Language language) {}
