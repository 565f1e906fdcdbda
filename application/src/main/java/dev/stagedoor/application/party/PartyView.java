package dev.stagedoor.application.party;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A party as one of its members sees it.
 *
 * @param sequence the number of the last thing that happened in it; what follows has higher ones
 * @param serverTime when this holds, in milliseconds since 1970
 * @param hostId nobody, where nobody is here
 * @param isHost whether whoever reads this hosts
 * @param currentTime where it is at {@code serverTime}, in seconds
 * @param members in the order in which they joined
 * @param messages the last ones, the oldest first
 */
public record PartyView(
    String roomId,
    long sequence,
    long serverTime,
    Optional<String> hostId,
    boolean isHost,
    Optional<String> mediaUrl,
    Optional<String> title,
    Optional<String> itemId,
    boolean isPlaying,
    BigDecimal currentTime,
    List<PartyMemberView> members,
    List<PartyMessageView> messages) {}
