package dev.stagedoor.web.tv;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.stagedoor.application.tv.NewClient;
import dev.stagedoor.domain.auth.PasswordPolicy;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.Faults;
import dev.stagedoor.domain.kernel.Secret;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Optional;

/** A client to be made, with the plan whose first month the reseller pays. */
@Serdeable
public record NewClientRequest(
    String email,
    Secret password,
    @JsonProperty("full_name") String fullName,
    @JsonProperty("plan_stripe_price_id") String planStripePriceId) {
  NewClient toCommand(Optional<String> key) {
    Faults faults = new Faults();
    var address = faults.read(() -> new EmailAddress(email));
    var secret = faults.read(() -> PasswordPolicy.check(password));
    faults.refuseAny();
    return new NewClient(
        address.orElseThrow().value(), secret.orElseThrow(), fullName, planStripePriceId, key);
  }
}
