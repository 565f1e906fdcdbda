package dev.stagedoor.application;

import dev.stagedoor.application.port.ShowQueries;
import dev.stagedoor.application.port.WorkspaceQueries;
import dev.stagedoor.domain.liveselling.port.ClaimRepository;
import dev.stagedoor.domain.liveselling.port.CommentRepository;
import dev.stagedoor.domain.liveselling.port.ConsentStateRepository;
import dev.stagedoor.domain.liveselling.port.ContactRepository;
import dev.stagedoor.domain.liveselling.port.DeliveryRepository;
import dev.stagedoor.domain.liveselling.port.IntegrationRepository;
import dev.stagedoor.domain.liveselling.port.ShowItemRepository;
import dev.stagedoor.domain.liveselling.port.ShowRepository;
import dev.stagedoor.domain.liveselling.port.WorkspaceRepository;

/** What live selling needs of whoever keeps its data. */
public record LiveSellingPorts(
    WorkspaceRepository workspaces,
    WorkspaceQueries workspaceQueries,
    IntegrationRepository integrations,
    ConsentStateRepository consentStates,
    ShowRepository shows,
    ShowQueries showQueries,
    ShowItemRepository items,
    CommentRepository comments,
    ClaimRepository claims,
    DeliveryRepository deliveries,
    ContactRepository contacts) {}
