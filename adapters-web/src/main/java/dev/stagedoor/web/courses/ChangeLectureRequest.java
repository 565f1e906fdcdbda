package dev.stagedoor.web.courses;

import dev.stagedoor.application.courses.ChangeLecture;
import dev.stagedoor.domain.courses.ChapterId;
import dev.stagedoor.domain.kernel.DomainException;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What to change of a lecture; what is absent stays. A blank {@code chapterId} puts it before all
 * chapters.
 */
@Serdeable
public record ChangeLectureRequest(
    @Nullable String chapterId,
    @Nullable String title,
    @Nullable Integer position,
    @Nullable Boolean isPreview,
    @Nullable Boolean isDraft) {
  ChangeLecture toCommand() {
    boolean isBeforeAll = chapterId != null && chapterId.isBlank();
    return new ChangeLecture(
        Optional.ofNullable(title),
        isBeforeAll
            ? Optional.empty()
            : Optional.ofNullable(chapterId).map(ChangeLectureRequest::id),
        isBeforeAll,
        Optional.ofNullable(position),
        Optional.ofNullable(isPreview),
        Optional.ofNullable(isDraft));
  }

  private static ChapterId id(String written) {
    try {
      return new ChapterId(UUID.fromString(written.strip()));
    } catch (IllegalArgumentException notAnId) {
      throw DomainException.invalid("chapterId", "format");
    }
  }
}
