/**
 * The mark of facts that one part of the product tells the others, and the facts that areas tell
 * each other: past tense, ids and values only. They are handled inside the unit of work that made
 * them true, so what they grant commits with them or not at all. Capabilities keep their own facts
 * in their own packages.
 */
@NullMarked
package dev.stagedoor.domain.announcements;

import org.jspecify.annotations.NullMarked;
