/** The far side of a provider of invoices: merchants, their leave, and bills that can be paid. */
@NullMarked
package dev.stagedoor.providers.sandbox.invoices;

import org.jspecify.annotations.NullMarked;
