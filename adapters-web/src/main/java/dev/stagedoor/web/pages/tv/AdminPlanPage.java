package dev.stagedoor.web.pages.tv;

import dev.stagedoor.domain.tv.Plan;
import dev.stagedoor.web.pages.Form;

/** A plan to be changed. */
public record AdminPlanPage(Plan plan, Form form) {}
