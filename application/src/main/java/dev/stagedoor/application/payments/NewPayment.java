package dev.stagedoor.application.payments;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.Subject;
import java.util.Optional;

/** A payment to be opened; the provider may be named, else the currency decides. */
public record NewPayment(
    Subject subject,
    UserId payer,
    Money amount,
    String description,
    Optional<ProviderId> provider) {}
