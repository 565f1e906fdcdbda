/** What Stagedoor asks of whoever keeps the record. */
@NullMarked
package dev.stagedoor.domain.audit.port;

import org.jspecify.annotations.NullMarked;
