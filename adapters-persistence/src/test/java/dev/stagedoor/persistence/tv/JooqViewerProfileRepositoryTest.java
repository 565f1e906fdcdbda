package dev.stagedoor.persistence.tv;

import static dev.stagedoor.domain.fixture.TvSamples.aProfile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.contract.ViewerProfileRepositoryContract;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.tv.ViewerProfile;
import dev.stagedoor.domain.tv.port.DefaultProfiles;
import dev.stagedoor.domain.tv.port.ProfileTokenRepository;
import dev.stagedoor.domain.tv.port.ViewerProfileRepository;
import dev.stagedoor.persistence.TestPersistence;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqViewerProfileRepositoryTest implements ViewerProfileRepositoryContract {
  @RegisterExtension static final TestPersistence OPEN = new TestPersistence();

  @Override
  public ViewerProfileRepository profiles() {
    return OPEN.ports().tv().profiles();
  }

  @Override
  public DefaultProfiles defaults() {
    return OPEN.ports().tv().defaultProfiles();
  }

  @Override
  public ProfileTokenRepository tokens() {
    return OPEN.ports().tv().profileTokens();
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return OPEN.write(work);
  }

  @Test
  void theHashOfAPinIsReadableForItsProfileAlone() {
    ViewerProfile mine = aProfile(anAccountOnFile(), Secret.of("mine$hash"));
    ViewerProfile others = aProfile(anAccountOnFile(), Secret.of("others$hash"));
    run(() -> profiles().save(mine));
    run(() -> profiles().save(others));
    OPEN.database()
        .run(
            """
            update tv_profiles set pin_hash =
              (select pin_hash from tv_profiles where id = '%s') where id = '%s'
            """
                .formatted(others.id().value(), mine.id().value()));

    assertThat(write(() -> profiles().find(others.owner(), others.id()).orElseThrow()).pinHash())
        .isEqualTo(others.pinHash());
    assertThatThrownBy(() -> run(() -> profiles().find(mine.owner(), mine.id())))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("changed or moved")
        .hasMessageNotContaining("others$hash");
    run(() -> profiles().remove(mine.id()));
  }
}
