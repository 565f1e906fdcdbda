package dev.stagedoor.web.courses;

import dev.stagedoor.application.courses.NewLecture;
import dev.stagedoor.domain.courses.ChapterId;
import dev.stagedoor.domain.courses.CourseId;
import dev.stagedoor.domain.kernel.Faults;
import dev.stagedoor.web.json.Sent;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A lecture to be added: before all chapters where none is given, last where no position is. */
@Serdeable
public record NewLectureRequest(
    @Nullable UUID courseId,
    @Nullable UUID chapterId,
    @Nullable String title,
    @Nullable Integer position,
    @Nullable Boolean isPreview,
    @Nullable Boolean isDraft) {
  NewLecture toCommand() {
    Faults faults = new Faults();
    var course = faults.read(() -> Sent.required(courseId, "courseId"));
    var wantedTitle = faults.read(() -> Sent.required(title, "title"));
    faults.refuseAny();
    return new NewLecture(
        new CourseId(course.orElseThrow()),
        Optional.ofNullable(chapterId).map(ChapterId::new),
        wantedTitle.orElseThrow(),
        Optional.ofNullable(position),
        Boolean.TRUE.equals(isPreview),
        Boolean.TRUE.equals(isDraft));
  }
}
