package dev.stagedoor.providers.medusajs;

import dev.stagedoor.providers.support.settings.SettingRules;
import io.micronaut.context.annotation.ConfigurationProperties;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How Medusa is used. Servers and keys are the merchants' own.
 *
 * @param linkTemplate where customers pay an order, with {@code {order}} for its id; without it
 *     invoices have no page, for Medusa has none
 * @param allowedHosts servers that may be at private addresses and without TLS
 */
@ConfigurationProperties(MedusaConfig.PREFIX)
public record MedusaConfig(@Nullable String linkTemplate, @Nullable List<String> allowedHosts) {
  /** Where an operator sets these. */
  static final String PREFIX = "stagedoor.providers.medusajs";

  static final SettingRules RULES = SettingRules.of(PREFIX);

  private static final String ORDER = "{order}";
  private static final Pattern TEMPLATE = Pattern.compile("https?://[A-Za-z0-9.:\\[\\]-]+/[!-~]*");
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]+|\\[?[0-9A-Fa-f:.]+]?");

  public MedusaConfig {
    linkTemplate = linkTemplate == null || linkTemplate.isBlank() ? null : linkTemplate.strip();
    allowedHosts =
        allowedHosts == null
            ? List.of()
            : allowedHosts.stream().map(String::strip).filter(host -> !host.isEmpty()).toList();
    RULES.check(
        "link-template",
        linkTemplate == null || isTemplate(linkTemplate),
        "must be an address with {order} in it, like https://shop.example.org/pay/{order}");
    RULES.check(
        "allowed-hosts",
        allowedHosts.stream().allMatch(host -> HOST.matcher(host).matches()),
        "must be names or addresses, without ports");
  }

  private static boolean isTemplate(String template) {
    if (!template.contains(ORDER) || !TEMPLATE.matcher(template).matches()) {
      return false;
    }
    try {
      return URI.create(template.replace(ORDER, "order_1")).getHost() != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Returns what calls public servers only, and gives invoices no page. */
  public static MedusaConfig standard() {
    return new MedusaConfig(null, null);
  }

  @Override
  public List<String> allowedHosts() {
    return allowedHosts == null ? List.of() : allowedHosts;
  }

  /** Returns where an order is paid, where the operator said so. */
  Optional<URI> page(String order) {
    return Optional.ofNullable(linkTemplate)
        .map(template -> URI.create(template.replace(ORDER, order)));
  }

  @Override
  public String toString() {
    return "medusa at merchants' servers";
  }
}
