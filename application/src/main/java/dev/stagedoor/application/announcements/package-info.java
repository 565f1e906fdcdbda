/**
 * Hands facts from the part of the product that learned them to the parts that react, inside the
 * same unit of work.
 */
@NullMarked
package dev.stagedoor.application.announcements;

import org.jspecify.annotations.NullMarked;
