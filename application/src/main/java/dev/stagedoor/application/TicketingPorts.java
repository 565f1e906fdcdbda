package dev.stagedoor.application;

import dev.stagedoor.domain.ticketing.port.CrossAppAudit;
import dev.stagedoor.domain.ticketing.port.CrossAppSessionRepository;
import dev.stagedoor.domain.ticketing.port.TicketedEventLists;
import dev.stagedoor.domain.ticketing.port.TicketedEventRepository;
import dev.stagedoor.domain.ticketing.port.TicketingConnectionRepository;

/** What ticketing needs of whoever keeps its data. */
public record TicketingPorts(
    TicketedEventRepository tickets,
    TicketedEventLists lists,
    TicketingConnectionRepository connections,
    CrossAppSessionRepository sessions,
    CrossAppAudit audit) {}
