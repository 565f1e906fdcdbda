package dev.stagedoor.domain.channels;

import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;

/** A merchant's page, and the token that lets us act for it. */
public record Channel(ProviderRef page, Secret token) {}
