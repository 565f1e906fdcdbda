/**
 * The application's own ports kept in memory, and the whole product put together on them: what
 * tests of services and controllers stand on.
 */
@NullMarked
package dev.stagedoor.application.fake;

import org.jspecify.annotations.NullMarked;
