package dev.stagedoor.web.liveselling;

import dev.stagedoor.application.language.Translations;
import dev.stagedoor.application.liveselling.InvoiceView;
import dev.stagedoor.domain.kernel.Language;

/** Says what is wrong with an invoice, in the reader's language. */
record Problems(Translations translations, Language language) {
  String say(InvoiceView.Problem problem) {
    String text = translations.text(language, "liveselling.invoice.problem." + problem.kind());
    return problem.code().isBlank() ? text : text + " (" + problem.code() + ")";
  }
}
