package dev.stagedoor.domain.contract;

import dev.stagedoor.domain.invoicing.port.InvoiceRepository;
import dev.stagedoor.domain.liveselling.port.ClaimRepository;
import dev.stagedoor.domain.liveselling.port.CommentRepository;
import dev.stagedoor.domain.liveselling.port.ConsentStateRepository;
import dev.stagedoor.domain.liveselling.port.ContactRepository;
import dev.stagedoor.domain.liveselling.port.DeliveryRepository;
import dev.stagedoor.domain.liveselling.port.IntegrationRepository;
import dev.stagedoor.domain.liveselling.port.ShowItemRepository;
import dev.stagedoor.domain.liveselling.port.ShowRepository;
import dev.stagedoor.domain.liveselling.port.WorkspaceRepository;

/** All repositories of live selling: a store may insist on what a row of one refers to. */
public record LiveSellingStores(
    WorkspaceRepository workspaces,
    IntegrationRepository integrations,
    ConsentStateRepository consentStates,
    ShowRepository shows,
    ShowItemRepository items,
    CommentRepository comments,
    ClaimRepository claims,
    InvoiceRepository invoices,
    DeliveryRepository deliveries,
    ContactRepository contacts) {}
