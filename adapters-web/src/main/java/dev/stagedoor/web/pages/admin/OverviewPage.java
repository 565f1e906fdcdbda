package dev.stagedoor.web.pages.admin;

import dev.stagedoor.application.memorials.DirectorView;
import dev.stagedoor.application.memorials.MemorialView;
import dev.stagedoor.domain.kernel.Page;

/** What an admin sees first. */
public record OverviewPage(
    Page<DirectorView> pending,
    Page<DirectorView> directors,
    Page<MemorialView> memorials,
    String search) {}
