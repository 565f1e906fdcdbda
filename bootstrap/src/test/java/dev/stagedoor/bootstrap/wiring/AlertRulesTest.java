package dev.stagedoor.bootstrap.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.web.observe.MeteredMonitoring;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micronaut.context.env.yaml.YamlPropertySourceLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The alert rules speak of what the server counts, by the names and labels it has there. */
class AlertRulesTest {
  private static final Path RULES = Path.of("deploy/prometheus/alerts.yml");
  private static final Pattern SERIES = Pattern.compile("([a-z]+(?:_[a-z]+)+)(?:\\{([^}]*)})?\\[");
  private static final Pattern LABEL = Pattern.compile("([a-z]+)(=|=~)\"([^\"]*)\"");

  /** One selector of a rule: a name, and the labels it wants. */
  private record Selector(String alert, String name, String labels) {
    boolean isIn(String scraped) {
      return scraped.lines().anyMatch(this::fits);
    }

    private boolean fits(String line) {
      if (!line.startsWith(name + "{") && !line.startsWith(name + " ")) {
        return false;
      }
      Matcher label = LABEL.matcher(labels);
      while (label.find()) {
        String value = label.group(2).equals("=") ? Pattern.quote(label.group(3)) : label.group(3);
        if (!Pattern.compile(label.group(1) + "=\"" + value + "\"").matcher(line).find()) {
          return false;
        }
      }
      return true;
    }
  }

  private static List<Map<String, Object>> rules() throws IOException {
    Map<String, Object> file =
        new YamlPropertySourceLoader().read("alerts.yml", Files.readAllBytes(RULES));
    return maps(file.get("groups")).stream()
        .flatMap(group -> maps(group.get("rules")).stream())
        .toList();
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> maps(Object list) {
    return (List<Map<String, Object>>) list;
  }

  private static List<Selector> selectors() throws IOException {
    List<Selector> found = new ArrayList<>();
    for (Map<String, Object> rule : rules()) {
      Matcher series = SERIES.matcher(String.valueOf(rule.get("expr")));
      while (series.find()) {
        String labels = series.group(2) == null ? "" : series.group(2);
        found.add(new Selector(String.valueOf(rule.get("alert")), series.group(1), labels));
      }
    }
    return found;
  }

  /** What the server tells when nothing has happened yet but one call of another service. */
  private static String scraped() {
    PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    Object counted = new MeteredMonitoring(meters);
    assertThat(counted).isNotNull();
    // As Micronaut names what it counts of requests.
    Timer.builder("http.server.requests")
        .tag("uri", "/internal/enrollments/complete")
        .register(meters);
    return meters.scrape();
  }

  @Test
  void everySeriesOfARuleIsThereBeforeAnythingHappened() throws IOException {
    String scraped = scraped();

    assertThat(selectors()).hasSizeGreaterThanOrEqualTo(rules().size());
    assertThat(selectors()).allMatch(selector -> selector.isIn(scraped), "told at /prometheus");
  }

  @Test
  void everyRuleHasSeriesAndSaysWhatIsTheMatter() throws IOException {
    List<String> looking = selectors().stream().map(Selector::alert).distinct().toList();

    assertThat(rules())
        .allSatisfy(
            rule -> {
              assertThat(looking).contains(String.valueOf(rule.get("alert")));
              assertThat(String.valueOf(rule.get("annotations"))).contains("summary");
              assertThat(String.valueOf(rule.get("labels"))).contains("severity");
            });
  }

  @Test
  void everythingThatIsMonitoredHasARule() throws IOException {
    List<String> names = selectors().stream().map(Selector::name).toList();

    for (String monitored :
        List.of("payments", "enrollments", "videos", "service_calls", "refunds")) {
      assertThat(names).anyMatch(name -> name.startsWith("stagedoor_" + monitored + "_"));
    }
  }

  @Test
  void aSeriesThatIsNotToldIsFound() {
    assertThat(new Selector("any", "stagedoor_payments_total", "outcome=\"won\"").isIn(scraped()))
        .isFalse();
    assertThat(new Selector("any", "stagedoor_payment_total", "").isIn(scraped())).isFalse();
  }
}
