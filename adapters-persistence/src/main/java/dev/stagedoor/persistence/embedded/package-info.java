/** The PostgreSQL that the server brings along: a real one, durable, in a folder of its own. */
@NullMarked
package dev.stagedoor.persistence.embedded;

import org.jspecify.annotations.NullMarked;
