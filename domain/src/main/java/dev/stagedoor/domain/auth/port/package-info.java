/** What Stagedoor asks of an identity provider, and where accounts are kept. */
@NullMarked
package dev.stagedoor.domain.auth.port;

import org.jspecify.annotations.NullMarked;
