package dev.stagedoor.web.memorials;

import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Fault;
import dev.stagedoor.domain.kernel.Faults;
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
    List<ServiceJson> more = Objects.requireNonNullElse(additional, List.of());
    if (more.size() > ServicePlan.MAX_ADDITIONAL) {
      throw DomainException.invalid(
          Fault.longerThan("services.additional", ServicePlan.MAX_ADDITIONAL));
    }
    Faults faults = new Faults();
    var first = faults.read(() -> read(main, "services.main", ZoneOffset.UTC));
    ZoneId usual = first.map(ServicePlan.Service::timeZone).orElse(ZoneOffset.UTC);
    List<ServicePlan.Service> others = new ArrayList<>();
    for (int i = 0; i < more.size(); i++) {
      String path = "services.additional[" + i + "]";
      ServiceJson other = more.get(i);
      faults.read(() -> read(other, path, usual)).ifPresent(others::add);
    }
    faults.refuseAny();
    return new ServicePlan(first.orElseThrow(), others);
  }

  private static ServicePlan.Service read(
      @Nullable ServiceJson service, String path, ZoneId usualZone) {
    return Objects.requireNonNullElse(service, ServiceJson.UNKNOWN).toService(path, usualZone);
  }
}
