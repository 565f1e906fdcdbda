package dev.stagedoor.web.pages.courses;

import dev.stagedoor.application.courses.CourseFigures;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.web.pages.Form;

/** What somebody teaches, how it does, and the form for one more course. */
public record TeachPage(Page<CourseFigures> courses, Form form) {}
