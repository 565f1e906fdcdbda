/** Signing up, in, over and out, for all areas; {@code /api/v1} has the same in snake_case. */
@NullMarked
package dev.stagedoor.web.accounts;

import org.jspecify.annotations.NullMarked;
