/**
 * Memorials: a page for a person who died, the services held for them, the booking of a livestream,
 * and a guest book. Families own memorials; funeral directors may create and run them.
 */
@NullMarked
package dev.stagedoor.domain.memorials;

import org.jspecify.annotations.NullMarked;
