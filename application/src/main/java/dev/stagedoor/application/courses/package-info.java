/** Courses: put together by teachers, bought, watched and completed by students. */
@NullMarked
package dev.stagedoor.application.courses;

import org.jspecify.annotations.NullMarked;
