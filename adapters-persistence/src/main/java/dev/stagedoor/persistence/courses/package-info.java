/** Keeps courses, who bought them, is in them and how far, and lists them for their screens. */
@NullMarked
package dev.stagedoor.persistence.courses;

import org.jspecify.annotations.NullMarked;
