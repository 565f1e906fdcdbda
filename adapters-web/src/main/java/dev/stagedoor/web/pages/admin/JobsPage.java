package dev.stagedoor.web.pages.admin;

import dev.stagedoor.application.jobs.JobView;
import dev.stagedoor.domain.kernel.Page;

/** What is still to be done. */
public record JobsPage(Page<JobView> jobs, boolean failingOnly) {}
