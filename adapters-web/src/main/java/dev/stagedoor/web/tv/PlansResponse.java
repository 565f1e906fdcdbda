package dev.stagedoor.web.tv;

import dev.stagedoor.domain.tv.Plan;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** Plans, the cheapest first. */
@Serdeable
public record PlansResponse(List<PlanResponse.Plan> plans) {
  static PlansResponse from(List<Plan> plans, Words words) {
    return new PlansResponse(
        plans.stream().map(plan -> PlanResponse.Plan.from(plan, words)).toList());
  }
}
