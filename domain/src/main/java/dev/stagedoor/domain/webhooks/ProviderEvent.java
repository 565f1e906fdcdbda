package dev.stagedoor.domain.webhooks;

/**
 * Something that happened on a provider's side, in our words. Each capability has its own kinds.
 */
public interface ProviderEvent {}
