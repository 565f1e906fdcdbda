/** What Stagedoor asks of whoever writes invoices. */
@NullMarked
package dev.stagedoor.domain.invoicing.port;

import org.jspecify.annotations.NullMarked;
