package dev.stagedoor.web.liveselling;

import dev.stagedoor.application.Settings;
import dev.stagedoor.application.language.Translations;
import dev.stagedoor.domain.kernel.Language;

/** Says what providers are called and do, in the reader's language. */
record Tiles(Translations translations, Language language, Settings site) {
  private static final String KEY = "liveselling.integration.";

  String name(String provider) {
    return translations.text(language, KEY + provider + ".name");
  }

  String description(String provider) {
    return translations.text(language, KEY + provider + ".description");
  }

  String icon(String provider) {
    return "/assets/img/integrations/" + provider + ".svg";
  }

  String link(String path) {
    return site.link(path).toString();
  }
}
