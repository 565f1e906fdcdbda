/** Keeps every trusted webhook delivery once. */
@NullMarked
package dev.stagedoor.persistence.inbox;

import org.jspecify.annotations.NullMarked;
