/**
 * Keeps watch parties: their rows, what is written in them, and who is connected to which server.
 */
@NullMarked
package dev.stagedoor.persistence.party;

import org.jspecify.annotations.NullMarked;
