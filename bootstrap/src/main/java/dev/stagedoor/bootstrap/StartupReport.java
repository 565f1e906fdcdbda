package dev.stagedoor.bootstrap;

import dev.stagedoor.application.Providers;
import dev.stagedoor.bootstrap.config.StagedoorConfig;
import dev.stagedoor.domain.channels.ChannelProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says once what the server started with: areas, who does what, where the data is, warnings. */
final class StartupReport {
  private static final Logger LOG = LoggerFactory.getLogger(StartupReport.class);

  private final List<String> lines = new ArrayList<>();

  StartupReport(
      StagedoorConfig server,
      Providers providers,
      List<ChannelProvider> channels,
      String database,
      List<String> warnings) {
    line("Stagedoor", server.publicUrl() + " (" + server.environment() + ")");
    line(
        "areas",
        server.enabledAreas().stream()
            .map(area -> area.name().toLowerCase(Locale.ROOT))
            .sorted()
            .collect(Collectors.joining(", ")));
    providers.chosen().forEach(this::line);
    line(
        "channels",
        channels.isEmpty()
            ? "none"
            : channels.stream()
                .map(channel -> channel.id().value())
                .sorted()
                .collect(Collectors.joining(", ")));
    line("database", database);
    warnings.forEach(warning -> line("warning", warning));
  }

  private void line(String what, Object value) {
    lines.add("%-12s %s".formatted(what, value));
  }

  void log() {
    lines.forEach(LOG::info);
  }

  List<String> lines() {
    return List.copyOf(lines);
  }
}
