/** Where memorials, bookings, directors and guest books are kept. */
@NullMarked
package dev.stagedoor.domain.memorials.port;

import org.jspecify.annotations.NullMarked;
