package dev.stagedoor.application.courses;

import static dev.stagedoor.application.fake.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.courses.Course;
import dev.stagedoor.domain.courses.CourseId;
import dev.stagedoor.domain.courses.CoursesError;
import dev.stagedoor.domain.fixture.Samples;
import dev.stagedoor.domain.kernel.CommonError;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProfileServiceTest {
  private final Classroom room = new Classroom();
  private final ProfileService profiles = room.house.stagedoor().profiles();
  private final Actor reader = room.somebody();

  private ProfileView change(Actor actor, String headline, String bio, String picture) {
    return profiles.change(
        actor,
        Optional.ofNullable(headline),
        Optional.ofNullable(bio),
        Optional.ofNullable(picture));
  }

  @Test
  void somebodyWhoToldNothingHasANameAndWhatTheySell() {
    CourseId unused = room.begin("Secret", Course.Status.DRAFT);

    ProfileView seen = profiles.get(Actor.visitor(), room.teacher.userId());

    assertThat(seen.displayName()).isEqualTo("Charles Babbage");
    assertThat(seen.headline()).isEmpty();
    assertThat(seen.pictureUrl()).isEmpty();
    assertThat(seen.courses()).extracting(CourseView::id).containsExactly(room.course.value());
    assertRefused(CommonError.NOT_FOUND, () -> profiles.get(Actor.visitor(), Samples.aUserId()));
  }

  @Test
  void whatIsAbsentStaysAndABlankPictureIsNone() {
    change(room.teacher, " Painter ", "Long ago.", "https://example.org/me.jpg");

    ProfileView changed = change(room.teacher, null, "Not so long ago.", null);

    assertThat(changed.headline()).isEqualTo("Painter");
    assertThat(changed.bio()).isEqualTo("Not so long ago.");
    assertThat(changed.pictureUrl()).contains(URI.create("https://example.org/me.jpg"));
    assertThat(change(room.teacher, null, null, " ").pictureUrl()).isEmpty();
    assertThat(profiles.get(reader, room.teacher.userId()).bio()).isEqualTo("Not so long ago.");
  }

  @Test
  void aPictureNeedsAnAddressOfTheWeb() {
    for (String wrong : new String[] {"javascript:alert(1)", "me.jpg", "http://a b", "ftp://x/y"}) {
      assertRefused(CommonError.INVALID_VALUE, () -> change(reader, null, null, wrong));
    }
    assertRefused(CommonError.NOT_SIGNED_IN, () -> change(Actor.visitor(), "Me", null, null));
  }

  @Test
  void followingIsCountedOnceAndSeenByWhoFollows() {
    profiles.follow(reader, room.teacher.userId());
    ProfileView followed = profiles.follow(reader, room.teacher.userId());

    assertThat(followed.followers()).isEqualTo(1);
    assertThat(followed.isFollowed()).isTrue();
    assertThat(profiles.get(Actor.visitor(), room.teacher.userId()).isFollowed()).isFalse();
    assertThat(profiles.get(reader, reader.userId()).following()).isEqualTo(1);

    profiles.unfollow(reader, room.teacher.userId());
    ProfileView left = profiles.unfollow(reader, room.teacher.userId());
    assertThat(left.followers()).isZero();
    assertThat(left.isFollowed()).isFalse();
  }

  @Test
  void nobodyFollowsThemselvesOrNobody() {
    assertRefused(
        CoursesError.CANNOT_FOLLOW_YOURSELF, () -> profiles.follow(reader, reader.userId()));
    assertRefused(CommonError.NOT_FOUND, () -> profiles.follow(reader, Samples.aUserId()));
    assertRefused(CommonError.NOT_FOUND, () -> profiles.unfollow(reader, Samples.aUserId()));
    assertRefused(
        CommonError.NOT_SIGNED_IN, () -> profiles.follow(Actor.visitor(), room.teacher.userId()));
  }
}
