package dev.stagedoor.web.tv;

import dev.stagedoor.application.notifications.PreferencesView;
import dev.stagedoor.domain.notifications.Category;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the caller hears of.
 *
 * @param language in which they read it
 */
@Serdeable
public record PreferencesResponse(Map<String, Boolean> categories, String language) {
  static PreferencesResponse from(PreferencesView view) {
    Map<String, Boolean> categories = new TreeMap<>();
    for (Category category : Category.values()) {
      categories.put(category.code(), view.wanted().contains(category));
    }
    return new PreferencesResponse(categories, view.language().code());
  }
}
