package dev.stagedoor.application.party;

/**
 * What somebody wrote in a party.
 *
 * @param sentAt in milliseconds since 1970
 */
public record PartyMessageView(
    String messageId, String userId, String userName, String message, long sentAt) {}
