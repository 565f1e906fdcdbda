package dev.stagedoor.web.pages.tv;

import dev.stagedoor.domain.tv.Plan;
import dev.stagedoor.web.pages.Form;
import java.util.List;

/** All plans, and one to be offered. */
public record AdminPlansPage(List<Plan> plans, Form form) {
  public AdminPlansPage {
    plans = List.copyOf(plans);
  }
}
