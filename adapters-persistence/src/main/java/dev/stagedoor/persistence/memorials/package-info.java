/**
 * Keeps memorials, bookings, funeral directors and guest books, and lists them for their screens.
 */
@NullMarked
package dev.stagedoor.persistence.memorials;

import org.jspecify.annotations.NullMarked;
