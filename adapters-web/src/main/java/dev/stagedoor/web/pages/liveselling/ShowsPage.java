package dev.stagedoor.web.pages.liveselling;

import dev.stagedoor.application.liveselling.ShowView;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.web.pages.Form;

/** The shows of the chosen workspace, and planning one more. */
public record ShowsPage(Chosen chosen, Form form, Page<ShowView> shows) {}
