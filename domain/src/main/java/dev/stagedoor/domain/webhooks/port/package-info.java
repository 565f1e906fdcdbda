/** What Stagedoor asks of whoever understands one provider's webhooks. */
@NullMarked
package dev.stagedoor.domain.webhooks.port;

import org.jspecify.annotations.NullMarked;
