package dev.stagedoor.persistence.party;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.party.Member;
import dev.stagedoor.domain.party.Seats;
import dev.stagedoor.domain.party.Talk;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who is in a party, and who must not be or write. */
@Serdeable
record PeopleJson(
    List<MemberJson> members, List<UUID> removed, List<UUID> muted, List<SpokenJson> spoken) {

  static PeopleJson from(Seats seats, Talk talk) {
    return new PeopleJson(
        seats.members().stream().map(MemberJson::from).toList(),
        ids(seats.removed()),
        ids(talk.muted()),
        talk.spoken().stream().map(SpokenJson::from).toList());
  }

  private static List<UUID> ids(Set<UserId> users) {
    return users.stream().map(UserId::value).sorted().toList();
  }

  static Set<UserId> users(List<UUID> ids) {
    return ids.stream().map(UserId::new).collect(Collectors.toUnmodifiableSet());
  }

  @Serdeable
  record MemberJson(
      UUID user, String name, Instant joinedAt, @Nullable Instant awaySince, boolean isReady) {

    static MemberJson from(Member member) {
      return new MemberJson(
          member.user().value(),
          member.name(),
          member.joinedAt(),
          member.awaySince().orElse(null),
          member.isReady());
    }

    Member toDomain() {
      return new Member(new UserId(user), name, joinedAt, Optional.ofNullable(awaySince), isReady);
    }
  }

  @Serdeable
  record SpokenJson(UUID user, Instant at) {

    static SpokenJson from(Talk.Spoken spoken) {
      return new SpokenJson(spoken.user().value(), spoken.at());
    }

    Talk.Spoken toDomain() {
      return new Talk.Spoken(new UserId(user), at);
    }
  }
}
