package dev.stagedoor.web.memorials;

import dev.stagedoor.domain.memorials.ServicePlan;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a service is held; with neither name nor address it is unknown unless it says otherwise.
 */
@Serdeable
public record LocationJson(
    @Nullable String name, @Nullable String address, @Nullable Boolean isUnknown) {
  static LocationJson from(ServicePlan.Location location) {
    return new LocationJson(location.name(), location.address(), location.isUnknown());
  }

  ServicePlan.Location toLocation() {
    String place = Objects.requireNonNullElse(name, "");
    String street = Objects.requireNonNullElse(address, "");
    boolean nothingSaid = place.isBlank() && street.isBlank();
    return new ServicePlan.Location(
        place, street, Objects.requireNonNullElse(isUnknown, nothingSaid));
  }
}
