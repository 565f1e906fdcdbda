/**
 * The description of all operations: generated from the controllers when they are compiled,
 * completed here with what holds for all of them, and shown on a page that needs nobody else's
 * scripts.
 */
@NullMarked
package dev.stagedoor.web.docs;

import org.jspecify.annotations.NullMarked;
