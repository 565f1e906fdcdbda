/**
 * Bills that merchants send to their customers, who pay on the provider's page. Calls are made in a
 * merchant's name, under the operator's key or one of the merchant's own.
 */
@NullMarked
package dev.stagedoor.domain.invoicing;

import org.jspecify.annotations.NullMarked;
