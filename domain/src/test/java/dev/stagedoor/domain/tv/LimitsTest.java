package dev.stagedoor.domain.tv;

import static dev.stagedoor.domain.contract.RepositoryContract.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.DomainException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {
  @ParameterizedTest
  @CsvSource({"1, 0, 0", "100, 100, 100000"})
  void whatIsWithinBoundsIsTaken(int profiles, int playlists, int favorites) {
    Limits limits = new Limits(profiles, playlists, favorites);

    assertThat(limits.profiles()).isEqualTo(profiles);
    assertThat(limits.playlists()).isEqualTo(playlists);
    assertThat(limits.favorites()).isEqualTo(favorites);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, 1",
    "101, 1, 1",
    "1, -1, 1",
    "1, 101, 1",
    "1, 1, -1",
    "1, 1, 100001",
    "-2147483648, 2147483647, -1"
  })
  void whatIsOutsideIsRefused(int profiles, int playlists, int favorites) {
    assertRefused(CommonError.INVALID_VALUE, () -> new Limits(profiles, playlists, favorites));
  }

  @Test
  void aTrialHasFiveProfilesThreePlaylistsAndAHundredFavorites() {
    assertThat(Limits.trial()).isEqualTo(new Limits(5, 3, 100));
  }

  @Test
  void aLimitThatIsReachedIsNamed() {
    DomainException refused = Limits.reached("profiles", 5);

    assertThat(refused.code()).isEqualTo(TvError.PLAN_LIMIT);
    assertThat(refused.facts()).isEqualTo(Map.of("what", "profiles", "limit", 5));
  }
}
