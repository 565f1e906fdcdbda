/**
 * Money that people pay and get back. A payment's state only ever gains knowledge: a lost answer is
 * {@code Unknown}, and the reconciler asks the provider again. Areas learn of it by announcements.
 */
@NullMarked
package dev.stagedoor.domain.payments;

import org.jspecify.annotations.NullMarked;
