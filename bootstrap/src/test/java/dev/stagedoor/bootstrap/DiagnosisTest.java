package dev.stagedoor.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.bootstrap.config.InvalidSetting;
import io.micronaut.http.server.exceptions.ServerStartupException;
import java.net.BindException;
import org.junit.jupiter.api.Test;

class DiagnosisTest {
  @Test
  void aTakenPortIsNamedWithItsKey() {
    Throwable failure =
        new ServerStartupException(
            "Unable to start Micronaut server on 127.0.0.1:8080",
            new BindException("Address already in use"));

    assertThat(Diagnosis.of(new IllegalStateException(failure)))
        .hasValue(
            "the server cannot listen at 127.0.0.1:8080: Address already in use"
                + " (PORT and HOST, which are micronaut.server.port and micronaut.server.host)");
  }

  @Test
  void aSettingIsNamedHoweverDeepItLies() {
    assertThat(
            Diagnosis.of(
                new IllegalStateException(
                    "x", new RuntimeException(new InvalidSetting("stagedoor.x", "must be y")))))
        .hasValue("stagedoor.x must be y");
    assertThat(
            Diagnosis.of(
                new IllegalStateException(new IllegalArgumentException("stagedoor.y must be z"))))
        .hasValue("stagedoor.y must be z");
  }

  @Test
  void whatOnlyADeveloperCanMendHasNoSentence() {
    assertThat(Diagnosis.of(new IllegalArgumentException("timeout must be positive"))).isEmpty();
    assertThat(Diagnosis.of(new NullPointerException())).isEmpty();
  }
}
