package dev.stagedoor.web.tv;

import dev.stagedoor.domain.tv.Plan;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** Plans, the cheapest first. */
@Serdeable
public record PlansResponse(List<PlanResponse.Plan> plans) {
  static PlansResponse from(List<Plan> plans) {
    return new PlansResponse(plans.stream().map(PlanResponse.Plan::from).toList());
  }
}
