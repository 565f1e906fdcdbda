package dev.stagedoor.web.pages.liveselling;

import dev.stagedoor.application.liveselling.IntegrationView;
import java.util.List;

/** Every provider as the chosen workspace sees it. */
public record HubPage(Chosen chosen, List<IntegrationView> integrations) {}
