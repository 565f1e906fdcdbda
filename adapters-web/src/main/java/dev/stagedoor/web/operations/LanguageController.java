package dev.stagedoor.web.operations;

import dev.stagedoor.domain.kernel.Language;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.tags.Tag;

/** The languages the product speaks. */
@Controller("/api/v1/languages")
@Tag(name = "Operations")
class LanguageController {
  /** Lists the languages, with their names in the caller's. */
  @Get
  LanguagesResponse languages(Language language) {
    return LanguagesResponse.to(language);
  }
}
