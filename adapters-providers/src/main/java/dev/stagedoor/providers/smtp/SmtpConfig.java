package dev.stagedoor.providers.smtp;

import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.providers.support.settings.SettingRules;
import dev.stagedoor.providers.support.settings.ThisMachine;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The mail server and what mails say of their sender.
 *
 * @param host the mail server
 * @param port 0 for the usual one: 587, with {@code tls} 465, with {@code none} 25
 * @param security {@code start-tls}, {@code tls} from the first byte, or {@code none}
 * @param username blank where the server asks for none
 * @param password goes with the user name
 * @param from the sender's address
 * @param fromName the sender's name; blank for none
 * @param replyTo where answers go; blank for the sender
 * @param connectTimeout until the server takes the connection
 * @param timeout for each answer of the server
 * @param writeTimeout for each write to the server
 */
@ConfigurationProperties(SmtpConfig.PREFIX)
public record SmtpConfig(
    String host,
    @Bindable(defaultValue = "0") int port,
    @Bindable(defaultValue = "start-tls") String security,
    @Nullable String username,
    @Nullable Secret password,
    String from,
    @Nullable String fromName,
    @Nullable String replyTo,
    @Bindable(defaultValue = "5s") Duration connectTimeout,
    @Bindable(defaultValue = "30s") Duration timeout,
    @Bindable(defaultValue = "30s") Duration writeTimeout) {
  static final String PREFIX = "stagedoor.providers.smtp";

  static final SettingRules RULES = SettingRules.of(PREFIX);

  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:_-]{1,253}");
  private static final Pattern ADDRESS =
      Pattern.compile("[!-~&&[^@<>,;:\"()\\[\\]\\\\]]{1,64}@[A-Za-z0-9.-]{1,253}");
  private static final Pattern LINE_BREAK = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]");
  private static final Duration LONGEST = Duration.ofMinutes(10);

  public SmtpConfig {
    RULES.check(
        "host", HOST.matcher(host).matches(), "must be the name or address of a mail server");
    RULES.check("port", port >= 0 && port <= 65_535, "must be 0 to 65535, not " + port);
    Security mode = mode(security);
    RULES.check(
        "password",
        isBlank(username) == (password == null || password.isBlank()),
        "must be set where username is, and only there");
    RULES.check(
        "security",
        mode != Security.NONE || isBlank(username) || ThisMachine.is(host),
        "must not be none where a password is sent to another machine");
    RULES.check("from", ADDRESS.matcher(from).matches(), "must be a mail address, not " + from);
    RULES.check(
        "from-name",
        fromName == null || !LINE_BREAK.matcher(fromName).find(),
        "must be one line of text");
    RULES.check(
        "reply-to",
        isBlank(replyTo) || ADDRESS.matcher(replyTo).matches(),
        "must be a mail address, not " + replyTo);
    RULES.check("connect-timeout", isSensible(connectTimeout), rule(connectTimeout));
    RULES.check("timeout", isSensible(timeout), rule(timeout));
    RULES.check("write-timeout", isSensible(writeTimeout), rule(writeTimeout));
  }

  /** Returns a server that is spoken to with STARTTLS, and the usual time limits. */
  public static SmtpConfig of(String host, String username, Secret password, String from) {
    return new SmtpConfig(
        host,
        0,
        "start-tls",
        username,
        password,
        from,
        null,
        null,
        Duration.ofSeconds(5),
        Duration.ofSeconds(30),
        Duration.ofSeconds(30));
  }

  /** How the connection is secured. */
  enum Security {
    START_TLS(587),
    TLS(465),
    NONE(25);

    final int usualPort;

    Security(int usualPort) {
      this.usualPort = usualPort;
    }
  }

  Security mode() {
    return mode(security);
  }

  int usedPort() {
    return port == 0 ? mode().usualPort : port;
  }

  Optional<String> user() {
    return Optional.ofNullable(username).filter(name -> !name.isBlank());
  }

  Optional<String> senderName() {
    return Optional.ofNullable(fromName).filter(name -> !name.isBlank());
  }

  Optional<String> answersTo() {
    return Optional.ofNullable(replyTo).filter(address -> !address.isBlank());
  }

  /** Returns what our message ids end with. */
  String domain() {
    return from.substring(from.indexOf('@') + 1).toLowerCase(Locale.ROOT);
  }

  private static Security mode(String name) {
    return switch (name) {
      case "start-tls" -> Security.START_TLS;
      case "tls" -> Security.TLS;
      case "none" -> Security.NONE;
      default -> throw RULES.refused("security", "must be start-tls, tls or none, not " + name);
    };
  }

  private static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }

  private static boolean isSensible(Duration time) {
    return time.toMillis() >= 1 && time.compareTo(LONGEST) <= 0;
  }

  private static String rule(Duration time) {
    return "must be 1ms to 10m, not " + time;
  }

  @Override
  public String toString() {
    return "smtp at " + host + ":" + usedPort() + " (" + security + ")";
  }
}
