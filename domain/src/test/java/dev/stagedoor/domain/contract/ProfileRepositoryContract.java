package dev.stagedoor.domain.contract;

import static dev.stagedoor.domain.contract.RepositoryContract.assertNeedsUnitOfWork;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.courses.Profile;
import dev.stagedoor.domain.courses.port.ProfileRepository;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store of profiles must do; who follows whom is seen through the queries. */
public interface ProfileRepositoryContract extends CoursesContract {
  private ProfileRepository profiles() {
    return stores().profiles();
  }

  @Test
  default void whoToldNothingHasNoProfile() {
    run(() -> profiles().save(Profile.blank(anAccountOnFile())));

    assertThat(write(() -> profiles().find(anAccountOnFile()))).isEmpty();
  }

  @Test
  default void aProfileComesBackAsItWasSavedLast() {
    UserId user = anAccountOnFile();
    Profile first =
        new Profile(
            user,
            "Zoë \"paints\"",
            "नमस्ते",
            Optional.of(URI.create("https://img.example.org/zoe.png?size=2")));
    run(() -> profiles().save(first));
    assertThat(write(() -> profiles().find(user))).contains(first);

    run(() -> profiles().save(Profile.blank(user)));
    assertThat(write(() -> profiles().find(user))).contains(Profile.blank(user));
  }

  @Test
  default void nothingIsDoneOutsideAUnitOfWork() {
    UserId user = anAccountOnFile();
    UserId other = anAccountOnFile();

    assertNeedsUnitOfWork(() -> profiles().find(user));
    assertNeedsUnitOfWork(() -> profiles().save(Profile.blank(user)));
    assertNeedsUnitOfWork(() -> profiles().follow(user, other));
    assertNeedsUnitOfWork(() -> profiles().unfollow(user, other));
  }
}
