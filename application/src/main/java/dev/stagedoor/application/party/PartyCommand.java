package dev.stagedoor.application.party;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.party.Media;
import dev.stagedoor.domain.party.Party;
import java.time.Duration;
import java.time.Instant;

/** Something that a member does in a party, and that changes nothing but the party. */
@FunctionalInterface
public interface PartyCommand {
  /**
   * Does it.
   *
   * @throws dev.stagedoor.domain.kernel.DomainException {@code NOT_IN_PARTY}, {@code PARTY_ENDED},
   *     and for all but {@link #ready} {@code NOT_THE_HOST}; {@code NOT_FOUND} for somebody who is
   *     no member, {@code NOT_ALLOWED} for what one cannot do to oneself
   */
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
