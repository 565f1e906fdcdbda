package dev.stagedoor.providers.sandbox.site;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** The webhooks, newest first. */
@Serdeable
record DeliveriesResponse(List<DeliveryResponse> webhooks) {}
