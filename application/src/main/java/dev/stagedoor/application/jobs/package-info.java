/**
 * Work that happens after a change is committed, on any instance, and is repeated until it is done.
 */
@NullMarked
package dev.stagedoor.application.jobs;

import org.jspecify.annotations.NullMarked;
