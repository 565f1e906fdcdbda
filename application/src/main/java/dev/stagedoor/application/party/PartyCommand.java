package dev.stagedoor.application.party;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.party.Media;
import dev.stagedoor.domain.party.Party;
import java.time.Duration;
import java.time.Instant;

/** Something that a member does in a party, and that changes nothing but the party. */
@FunctionalInterface
public interface PartyCommand {
  void apply(Party party, UserId by, Instant now);

  static PartyCommand play(Duration position) {
    return (party, by, now) -> party.play(by, position, now);
  }

  static PartyCommand pause(Duration position) {
    return (party, by, now) -> party.pause(by, position, now);
  }

  static PartyCommand seek(Duration position) {
    return (party, by, now) -> party.seek(by, position, now);
  }

  static PartyCommand change(Media media) {
    return (party, by, now) -> party.change(by, media, now);
  }

  static PartyCommand ready(boolean isReady) {
    return (party, by, now) -> party.ready(by, isReady, now);
  }

  static PartyCommand mute(UserId user) {
    return (party, by, now) -> party.mute(by, user, true, now);
  }

  static PartyCommand unmute(UserId user) {
    return (party, by, now) -> party.mute(by, user, false, now);
  }

  static PartyCommand kick(UserId user) {
    return (party, by, now) -> party.kick(by, user, now);
  }

  static PartyCommand handOver(UserId to) {
    return (party, by, now) -> party.handOver(by, to, now);
  }

  static PartyCommand end() {
    return (party, by, now) -> party.end(by, now);
  }
}
