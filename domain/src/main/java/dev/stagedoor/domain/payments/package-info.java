/**
 * Money that people pay and get back. Read {@code Payment} first, then its parts {@code Charge}
 * (what the provider made of it), {@code Takings} (the money) and {@code CheckPlan} (when the
 * provider is asked again), and then the ports.
 *
 * <p>A payment's state only ever gains knowledge, so news may come in any order, twice or never: a
 * lost answer is {@code Unknown}, and the reconciler asks the provider again. What counts is what
 * the provider says it took ({@code captured}), less each refund that succeeded; a refund is known
 * by the id we sent or by the provider's reference, so it counts once, whoever made it, and counts
 * back when it fails later. Areas learn of changes by announcements and sum up what their payments
 * keep; what needs a person says so by {@code Attention}.
 */
@NullMarked
package dev.stagedoor.domain.payments;

import org.jspecify.annotations.NullMarked;
