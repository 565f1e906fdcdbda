/**
 * The use cases, in plain Java. {@code Stagedoor} is the one place where they are put together: it
 * takes ports and hands out services, for the server and for embedders alike.
 */
@NullMarked
package dev.stagedoor.application;

import org.jspecify.annotations.NullMarked;
