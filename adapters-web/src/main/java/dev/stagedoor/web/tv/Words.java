package dev.stagedoor.web.tv;

import dev.stagedoor.application.language.Translations;
import dev.stagedoor.application.tv.ProfileView;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.tv.Limits;
import dev.stagedoor.domain.tv.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Says in the caller's language what was done, and what profiles and plans are. Controllers declare
 * a parameter of this type.
 */
record Words(Translations translations, Language language) {
  String say(String key) {
    return translations.text(language, key);
  }

  /** Says what there is to know of a profile beside its name. */
  List<String> of(ProfileView profile) {
    List<String> said = new ArrayList<>();
    if (profile.isDefault()) {
      said.add(say("tv.profile.default"));
    }
    if (profile.isKids()) {
      said.add(say("tv.profile.kids"));
    }
    if (profile.hasPin()) {
      said.add(say("tv.profile.pin"));
    }
    return said;
  }

  /** Says what one has with a plan; features that only their admin has a word for are left out. */
  List<String> of(Plan plan) {
    Limits limits = plan.terms().limits();
    List<String> said = new ArrayList<>();
    said.add(count("tv.plan.profiles", limits.profiles()));
    said.add(count("tv.plan.playlists", limits.playlists()));
    said.add(count("tv.plan.favorites", limits.favorites()));
    new TreeMap<>(plan.terms().features())
        .forEach(
            (name, isThere) -> {
              String key = "tv.feature." + name + (isThere ? "" : ".none");
              if (translations.has(key)) {
                said.add(say(key));
              }
            });
    return said;
  }

  private String count(String key, int count) {
    return translations.text(language, key, Map.of("count", count));
  }
}
