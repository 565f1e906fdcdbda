package dev.stagedoor.web.pages.liveselling;

import dev.stagedoor.application.liveselling.IntegrationView;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every provider as the chosen workspace sees it. */
public record HubPage(Chosen chosen, List<IntegrationView> integrations) {
  /** Returns what tells whether what is shown of a provider is another than it was. */
  public static String fingerprint(IntegrationView view) {
    return Stream.of(view.availability(), view.status(), view.problem().orElse(""), view.account())
        .collect(Collectors.joining(" "));
  }
}
