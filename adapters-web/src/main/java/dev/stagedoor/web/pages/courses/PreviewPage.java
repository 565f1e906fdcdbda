package dev.stagedoor.web.pages.courses;

import dev.stagedoor.application.courses.CourseView;
import dev.stagedoor.application.courses.LectureView;

/** A lecture that everybody may watch. */
public record PreviewPage(CourseView course, LectureView lecture) {}
