package dev.stagedoor.application.payments;

import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.payments.PaymentId;
import java.util.Optional;

/** A payment the payer can complete in the browser now. */
public record OpenedCheckout(
    PaymentId payment,
    ProviderRef charge,
    Optional<Secret> clientSecret,
    Money amount,
    Optional<String> publishableKey) {}
