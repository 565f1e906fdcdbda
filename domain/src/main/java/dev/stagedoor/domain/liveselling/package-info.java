/**
 * Live selling: a workspace sells what it shows in a broadcast. What viewers write is read as
 * claims, first come first served; after the show each buyer gets one invoice, and its link.
 */
@NullMarked
package dev.stagedoor.domain.liveselling;

import org.jspecify.annotations.NullMarked;
