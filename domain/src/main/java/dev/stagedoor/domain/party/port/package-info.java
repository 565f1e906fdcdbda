/** What watch parties need of whoever keeps their data. */
@NullMarked
package dev.stagedoor.domain.party.port;

import org.jspecify.annotations.NullMarked;
