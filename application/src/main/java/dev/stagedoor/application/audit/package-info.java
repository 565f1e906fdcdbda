/** Lets admins read the record of what admins did. */
@NullMarked
package dev.stagedoor.application.audit;

import org.jspecify.annotations.NullMarked;
