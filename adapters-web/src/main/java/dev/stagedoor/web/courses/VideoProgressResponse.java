package dev.stagedoor.web.courses;

import dev.stagedoor.application.courses.LectureVideoView;
import dev.stagedoor.application.language.Translations;
import dev.stagedoor.domain.kernel.Language;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** How far a video is; a reason of failure is told in the reader's language. */
@Serdeable
public record VideoProgressResponse(String status, int progress, @Nullable String error) {
  static VideoProgressResponse from(
      LectureVideoView view, Translations translations, Language language) {
    return new VideoProgressResponse(
        view.status(),
        view.progress(),
        view.error()
            .map(reason -> translations.text(language, "errors.video." + reason))
            .orElse(null));
  }
}
