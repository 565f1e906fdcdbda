package dev.stagedoor.web.error;

import dev.stagedoor.domain.kernel.Language;
import io.micronaut.http.HttpRequest;

/** Shows a refusal or failure to somebody who looks at pages. Without one they get JSON too. */
public interface ErrorPage {
  /** Returns the whole page as HTML; must not throw. */
  String render(HttpRequest<?> request, Language language, Problem problem);
}
