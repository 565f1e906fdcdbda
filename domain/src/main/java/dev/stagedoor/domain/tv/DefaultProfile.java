package dev.stagedoor.domain.tv;

/**
 * The profile that counts where none is named: the oldest of an account.
 *
 * @param hasPin it must be opened with its PIN first
 */
public record DefaultProfile(ProfileId id, boolean hasPin) {}
