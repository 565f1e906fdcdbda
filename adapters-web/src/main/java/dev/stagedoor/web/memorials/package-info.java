/**
 * Memorials over HTTP as JSON: registering, running a memorial, its schedule and payment, its
 * streams, its guest book, and what admins do. Bodies are camelCase; money is in major units,
 * exact.
 */
@NullMarked
package dev.stagedoor.web.memorials;

import org.jspecify.annotations.NullMarked;
