package dev.stagedoor.application.liveselling;

import dev.stagedoor.application.liveselling.IntegrationCatalog.Entry;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.liveselling.Integration;
import dev.stagedoor.domain.liveselling.IntegrationProblem;
import dev.stagedoor.domain.liveselling.IntegrationSettings;
import java.util.Locale;
import java.util.Optional;

/** Shows integrations without what is secret of them. */
final class IntegrationViews {
  private final IntegrationCatalog catalog;

  IntegrationViews(IntegrationCatalog catalog) {
    this.catalog = catalog;
  }

  IntegrationView view(Integrations.Owned owned, Entry entry) {
    Optional<Integration> known = owned.find(entry);
    Optional<Integration> connected = known.filter(one -> one.credentials().isPresent());
    Optional<ProviderId> answering = catalog.answering(entry);
    return new IntegrationView(
        entry.provider().value(),
        known.flatMap(one -> answering).map(ProviderId::value),
        entry.kind().code(),
        catalog.methods(entry).stream().map(IntegrationCatalog.Method::code).toList(),
        entry.needsSite(),
        entry.hasPayPage(),
        availability(owned, entry, answering.isPresent()),
        owned.allowance().required(entry).code(),
        known.map(IntegrationViews::status).orElse("inactive"),
        known.flatMap(Integration::problem).map(IntegrationProblem::code),
        connected.map(Integration::displayName).orElse(""),
        connected.map(Integration::account).orElse(""),
        known.flatMap(Integration::connectedAt),
        known.map(Integration::settings).orElseGet(IntegrationSettings::standard),
        known.map(IntegrationViews::webhookPath));
  }

  private static String availability(Integrations.Owned owned, Entry entry, boolean isOn) {
    if (!isOn) {
      return "coming_soon";
    }
    return owned.allowance().allows(entry) ? "available" : "locked";
  }

  static String status(Integration integration) {
    return integration.status().name().toLowerCase(Locale.ROOT);
  }

  private static String webhookPath(Integration integration) {
    return "/api/webhooks/" + integration.provider() + "/" + integration.id().value();
  }
}
