package dev.stagedoor.application.party;

/** Somebody with a seat in a party. */
public record PartyMemberView(
    String userId,
    String userName,
    boolean isHost,
    boolean isAway,
    boolean isMuted,
    boolean isReady) {}
