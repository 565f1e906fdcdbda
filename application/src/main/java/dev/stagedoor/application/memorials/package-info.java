/** What people do with memorials: register, schedule, book, stream, write in the guest book. */
@NullMarked
package dev.stagedoor.application.memorials;

import org.jspecify.annotations.NullMarked;
