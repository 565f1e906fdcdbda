package dev.stagedoor.persistence.memorials;

import dev.stagedoor.domain.memorials.ServicePlan;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The services inside the row of their booking. */
@Serdeable
record ServicePlanJson(ServiceJson main, List<ServiceJson> additional) {

  static ServicePlanJson from(ServicePlan plan) {
    return new ServicePlanJson(
        ServiceJson.from(plan.main()), plan.additional().stream().map(ServiceJson::from).toList());
  }

  ServicePlan toDomain() {
    return new ServicePlan(
        main.toDomain(), additional.stream().map(ServiceJson::toDomain).toList());
  }

  @Serdeable
  record ServiceJson(
      @Nullable LocalDate date,
      @Nullable LocalTime time,
      String timeZone,
      int hours,
      String locationName,
      String locationAddress,
      boolean isLocationUnknown) {

    static ServiceJson from(ServicePlan.Service service) {
      return new ServiceJson(
          service.date().orElse(null),
          service.time().orElse(null),
          service.timeZone().getId(),
          service.hours(),
          service.location().name(),
          service.location().address(),
          service.location().isUnknown());
    }

    ServicePlan.Service toDomain() {
      return new ServicePlan.Service(
          Optional.ofNullable(date),
          Optional.ofNullable(time),
          ZoneId.of(timeZone),
          hours,
          new ServicePlan.Location(locationName, locationAddress, isLocationUnknown));
    }
  }
}
