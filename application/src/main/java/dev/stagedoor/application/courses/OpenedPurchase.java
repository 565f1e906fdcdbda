package dev.stagedoor.application.courses;

import dev.stagedoor.application.payments.OpenedCheckout;
import dev.stagedoor.domain.kernel.Money;
import java.util.Optional;

/**
 * What came of wanting a course: a charge to pay, or for one that costs nothing the enrollment at
 * once.
 */
public record OpenedPurchase(
    Money amount, Optional<OpenedCheckout> checkout, Optional<EnrollmentView> enrollment) {}
