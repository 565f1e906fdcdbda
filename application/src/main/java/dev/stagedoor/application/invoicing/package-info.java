/**
 * Invoices: written at the provider once, followed until they are paid or void, and asked for again
 * where news was lost.
 */
@NullMarked
package dev.stagedoor.application.invoicing;

import org.jspecify.annotations.NullMarked;
