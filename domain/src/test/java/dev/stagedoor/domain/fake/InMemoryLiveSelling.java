package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.contract.LiveSellingStores;

/** The repositories of live selling and of its invoices, all in one store. */
public record InMemoryLiveSelling(
    InMemoryWorkspaceRepository workspaces,
    InMemoryIntegrationRepository integrations,
    InMemoryConsentStateRepository consentStates,
    InMemoryShowRepository shows,
    InMemoryShowItemRepository items,
    InMemoryCommentRepository comments,
    InMemoryClaimRepository claims,
    InMemoryInvoiceRepository invoices,
    InMemoryDeliveryRepository deliveries,
    InMemoryContactRepository contacts) {

  public static InMemoryLiveSelling in(InMemoryStore store) {
    InMemoryClaimRepository claims = new InMemoryClaimRepository(store);
    return new InMemoryLiveSelling(
        new InMemoryWorkspaceRepository(store),
        new InMemoryIntegrationRepository(store),
        new InMemoryConsentStateRepository(store),
        new InMemoryShowRepository(store),
        new InMemoryShowItemRepository(store, claims),
        new InMemoryCommentRepository(store),
        claims,
        new InMemoryInvoiceRepository(store),
        new InMemoryDeliveryRepository(store),
        new InMemoryContactRepository(store));
  }

  public LiveSellingStores stores() {
    return new LiveSellingStores(
        workspaces,
        integrations,
        consentStates,
        shows,
        items,
        comments,
        claims,
        invoices,
        deliveries,
        contacts);
  }
}
