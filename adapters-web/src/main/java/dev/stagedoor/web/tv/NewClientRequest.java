package dev.stagedoor.web.tv;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.stagedoor.application.tv.NewClient;
import dev.stagedoor.domain.auth.PasswordPolicy;
import dev.stagedoor.domain.auth.PersonName;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.Faults;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.web.json.Sent;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A client to be made, with the plan whose first month the reseller pays. */
@Serdeable
public record NewClientRequest(
    @Nullable String email,
    @Nullable Secret password,
    @JsonProperty("full_name") @Nullable String fullName,
    @JsonProperty("plan_stripe_price_id") @Nullable String planStripePriceId) {
  NewClient toCommand(Optional<String> key) {
    Faults faults = new Faults();
    var address = faults.read(() -> new EmailAddress(Sent.required(email, "email")));
    var secret = faults.read(() -> PasswordPolicy.check(Sent.required(password, "password")));
    var name = faults.read(() -> Sent.as("fullName", "name", this::name));
    var price = faults.read(() -> Sent.required(planStripePriceId, "planStripePriceId"));
    faults.refuseAny();
    return new NewClient(
        address.orElseThrow().value(),
        secret.orElseThrow(),
        name.orElseThrow(),
        price.orElseThrow(),
        key);
  }

  private String name() {
    String given = Sent.required(fullName, "fullName");
    PersonName unused = PersonName.parse(given);
    return given;
  }
}
