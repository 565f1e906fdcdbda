package dev.stagedoor.web.memorials;

import dev.stagedoor.domain.memorials.ServicePlan;
import io.micronaut.serde.annotation.Serdeable;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The services of a memorial, as clients send and get them. What a client leaves out is unknown.
 */
@Serdeable
public record ServicesJson(
    @Nullable ServiceJson main, @Nullable List<@Nullable ServiceJson> additional) {
  static ServicesJson from(ServicePlan plan) {
    return new ServicesJson(
        ServiceJson.from(plan.main()), plan.additional().stream().map(ServiceJson::from).toList());
  }

  ServicePlan toPlan() {
    ServicePlan.Service first = read(main, "services.main", ZoneOffset.UTC);
    List<ServicePlan.Service> others = new ArrayList<>();
    for (ServiceJson other : Objects.requireNonNullElse(additional, List.<ServiceJson>of())) {
      others.add(read(other, "services.additional[" + others.size() + "]", first.timeZone()));
    }
    return new ServicePlan(first, others);
  }

  private static ServicePlan.Service read(
      @Nullable ServiceJson service, String path, ZoneId usualZone) {
    return Objects.requireNonNullElse(service, ServiceJson.UNKNOWN).toService(path, usualZone);
  }
}
