/** Keeps invoices with their lines. */
@NullMarked
package dev.stagedoor.persistence.invoicing;

import org.jspecify.annotations.NullMarked;
