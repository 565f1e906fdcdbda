package dev.stagedoor.application.courses;

import dev.stagedoor.domain.courses.ChapterId;
import dev.stagedoor.domain.courses.CourseId;
import java.util.Optional;

/** A lecture that a teacher adds; without a position it comes last. */
public record NewLecture(
    CourseId course,
    Optional<ChapterId> chapter,
    String title,
    Optional<Integer> position,
    boolean isPreview,
    boolean isDraft) {}
