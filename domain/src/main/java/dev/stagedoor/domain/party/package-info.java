/**
 * Watch parties: several people who watch the same thing in step, one of whom hosts, and what they
 * write to each other meanwhile.
 */
@NullMarked
package dev.stagedoor.domain.party;

import org.jspecify.annotations.NullMarked;
