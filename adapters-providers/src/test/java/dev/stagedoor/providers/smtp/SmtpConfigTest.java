package dev.stagedoor.providers.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.messaging.MailProvider;
import dev.stagedoor.providers.support.ProviderRuntime;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpConfigTest {
  private static final String BLOCK = "stagedoor.providers.smtp.";

  private static ApplicationContext started(Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>();
    all.put(BLOCK + "enabled", true);
    settings.forEach((key, value) -> all.put(BLOCK + key, value));
    ApplicationContext context =
        ApplicationContext.builder()
            .properties(all)
            .eagerInitSingletons(true)
            .eagerInitConfiguration(true)
            .deduceEnvironment(false)
            .build();
    context.registerSingleton(ProviderRuntime.class, ProviderRuntime.plain());
    return context.start();
  }

  @Test
  void aHostAndASenderAreEnoughAndTlsIsRequired() {
    try (ApplicationContext context =
        started(Map.of("host", "mail.example.com", "from", "box@example.com"))) {
      assertThat(context.getBean(MailProvider.class).id()).isEqualTo(Smtp.ID);
      SmtpConfig config = context.getBean(SmtpConfig.class);
      assertThat(config.mode()).isEqualTo(SmtpConfig.Security.START_TLS);
      assertThat(config.usedPort()).isEqualTo(587);
      assertThat(config.user()).isEmpty();
      assertThat(config.senderName()).isEmpty();
      assertThat(config.answersTo()).isEmpty();
      assertThat(config.connectTimeout()).isEqualTo(Duration.ofSeconds(5));
      assertThat(config.timeout()).isEqualTo(Duration.ofSeconds(30));
      assertThat(config.writeTimeout()).isEqualTo(Duration.ofSeconds(30));
    }
  }

  @Test
  void everySettingIsRead() {
    Map<String, Object> settings = new HashMap<>();
    settings.put("host", "mail.example.com");
    settings.put("port", "2525");
    settings.put("security", "tls");
    settings.put("username", "box");
    settings.put("password", "a password");
    settings.put("from", "box@example.com");
    settings.put("from-name", "The box office");
    settings.put("reply-to", "desk@example.com");
    settings.put("connect-timeout", "1s");
    settings.put("timeout", "2s");
    settings.put("write-timeout", "3s");

    try (ApplicationContext context = started(settings)) {
      assertThat(context.getBean(SmtpConfig.class))
          .isEqualTo(
              new SmtpConfig(
                  "mail.example.com",
                  2525,
                  "tls",
                  "box",
                  Secret.of("a password"),
                  "box@example.com",
                  "The box office",
                  "desk@example.com",
                  Duration.ofSeconds(1),
                  Duration.ofSeconds(2),
                  Duration.ofSeconds(3)));
    }
  }

  @Test
  void emptySettingsAreAbsentOnes() {
    try (ApplicationContext context =
        started(
            Map.of(
                "host", "mail.example.com",
                "from", "box@example.com",
                "username", "",
                "password", "",
                "from-name", "",
                "reply-to", ""))) {
      assertThat(context.getBean(SmtpConfig.class).user()).isEmpty();
    }
  }

  @Test
  void eachModeHasItsPort() {
    assertThat(SmtpConfig.of("h", "u", Secret.of("p"), "a@b.c").usedPort()).isEqualTo(587);
    assertThat(SmtpConfig.Security.TLS.usualPort).isEqualTo(465);
    assertThat(SmtpConfig.Security.NONE.usualPort).isEqualTo(25);
  }

  @ParameterizedTest
  @ValueSource(strings = {"host", "from"})
  void whatMustBeSetIsNamed(String missing) {
    Map<String, Object> settings =
        new HashMap<>(Map.of("host", "mail.example.com", "from", "box@example.com"));
    settings.remove(missing);

    assertThatThrownBy(() -> started(settings).close()).hasStackTraceContaining(missing);
  }

  @ParameterizedTest
  @CsvSource({
    "host, ''",
    "host, 'mail example'",
    "port, 70000",
    "port, -1",
    "security, ssl",
    "security, None",
    "username, somebody",
    "password, nobodys",
    "from, box",
    "from, 'box@a, b@c'",
    "from, 'Box <box@example.com>'",
    "reply-to, box",
    "connect-timeout, 0s",
    "timeout, 11m",
    "write-timeout, -1s"
  })
  void aWrongSettingStopsTheStartAndIsNamed(String key, String value) {
    Map<String, Object> settings =
        new HashMap<>(Map.of("host", "mail.example.com", "from", "box@example.com"));
    settings.put(key, value);
    String named = key.equals("username") ? "password" : key;

    assertThatThrownBy(() -> started(settings).close())
        .hasStackTraceContaining(BLOCK + named + " must ")
        .hasMessageNotContaining("nobodys");
  }

  @Test
  void aSendersNameIsOneLine() {
    Map<String, Object> settings =
        Map.of("host", "h", "from", "box@example.com", "from-name", "Box\r\nBcc: all@example.com");

    assertThatThrownBy(() -> started(settings).close())
        .hasStackTraceContaining(BLOCK + "from-name must ");
  }

  @Test
  void aPasswordDoesNotLeaveTheMachineInTheClear() {
    Map<String, Object> open =
        Map.of("from", "a@b.c", "security", "none", "username", "u", "password", "p");
    Map<String, Object> here = new HashMap<>(open);
    here.put("host", "127.0.0.1");

    for (String host : List.of("mail.example.com", "127.example.org", "127.0.0.1.example.org")) {
      Map<String, Object> away = new HashMap<>(open);
      away.put("host", host);
      assertThatThrownBy(() -> started(away).close())
          .as(host)
          .hasStackTraceContaining(BLOCK + "security must ");
    }
    try (ApplicationContext context = started(here)) {
      assertThat(context.getBean(SmtpConfig.class).mode()).isEqualTo(SmtpConfig.Security.NONE);
    }
  }
}
