/** Files handed out over HTTP: whole or in ranges, compared by their tags, never held in memory. */
@NullMarked
package dev.stagedoor.providers.support.files;

import org.jspecify.annotations.NullMarked;
