/** What Stagedoor asks of whoever keeps subscriptions. */
@NullMarked
package dev.stagedoor.domain.subscriptions.port;

import org.jspecify.annotations.NullMarked;
