package dev.stagedoor.application.courses;

import dev.stagedoor.domain.courses.ChapterId;
import java.util.Optional;

/**
 * What a teacher changes of a lecture; what is absent stays.
 *
 * @param chapter the chapter it goes to
 * @param noChapter whether it goes before all chapters instead
 */
public record ChangeLecture(
    Optional<String> title,
    Optional<ChapterId> chapter,
    boolean noChapter,
    Optional<Integer> position,
    Optional<Boolean> isPreview,
    Optional<Boolean> isDraft) {}
