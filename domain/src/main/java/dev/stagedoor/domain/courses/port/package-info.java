/** What the courses need of whoever keeps their data, and of whoever enrolls students. */
@NullMarked
package dev.stagedoor.domain.courses.port;

import org.jspecify.annotations.NullMarked;
