package dev.stagedoor.domain.party;

import static dev.stagedoor.domain.fixture.PartySamples.aParty;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.Samples.aUserId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.auth.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A party that Ada hosts, and that Grace and Mary have joined; what happened so far is told. */
abstract class PartyScene {
  final UserId ada = aUserId();
  final UserId grace = aUserId();
  final UserId mary = aUserId();
  final Party party = aParty(ada);

  PartyScene() {
    party.join(grace, "Grace", NOW.plusSeconds(1));
    party.join(mary, "Mary", NOW.plusSeconds(2));
    assertThat(party.takeNews()).hasSize(4);
  }

  static Instant at(long seconds) {
    return NOW.plusSeconds(seconds);
  }

  Optional<UserId> host() {
    return party.host().map(Member::user);
  }

  ChatLine says(UserId who, String text, long second) {
    return party.say(who, new LineId(UUID.randomUUID()), text, at(second));
  }

  void only(Class<? extends Happening> what) {
    assertThat(party.takeNews()).extracting(PartyEvent::what).singleElement().isInstanceOf(what);
  }
}
