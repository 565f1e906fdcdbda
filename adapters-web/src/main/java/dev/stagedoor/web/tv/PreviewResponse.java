package dev.stagedoor.web.tv;

import dev.stagedoor.application.notifications.PreviewView;
import io.micronaut.serde.annotation.Serdeable;

/**
 * What somebody would read.
 *
 * @param language that of the text, which is English where there is none in the wanted one
 */
@Serdeable
public record PreviewResponse(String language, String subject, String text, String html) {
  static PreviewResponse from(PreviewView view) {
    return new PreviewResponse(view.language().code(), view.subject(), view.text(), view.html());
  }
}
