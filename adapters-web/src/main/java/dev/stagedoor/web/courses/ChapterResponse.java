package dev.stagedoor.web.courses;

import dev.stagedoor.application.courses.CurriculumView;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.UUID;

/** A chapter with its lectures in order. */
@Serdeable
public record ChapterResponse(UUID id, String title, int position, List<LectureResponse> lectures) {
  static ChapterResponse from(CurriculumView.ChapterView view) {
    return new ChapterResponse(
        view.id(),
        view.title(),
        view.position(),
        view.lectures().stream().map(LectureResponse::from).toList());
  }
}
