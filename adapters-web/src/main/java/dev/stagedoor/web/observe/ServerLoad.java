package dev.stagedoor.web.observe;

import com.sun.management.OperatingSystemMXBean;
import dev.stagedoor.domain.analytics.SystemReading;
import jakarta.inject.Singleton;
import java.lang.management.ManagementFactory;

/** Looks at how this process is. */
@Singleton
final class ServerLoad {
  private final Connections connections;

  ServerLoad(Connections connections) {
    this.connections = connections;
  }

  SystemReading read() {
    return new SystemReading(
        cpuPermille(),
        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
        connections.open());
  }

  /** Returns nought where the system does not tell. */
  private static long cpuPermille() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
        ? Math.max(0, Math.round(system.getProcessCpuLoad() * 1000))
        : 0;
  }
}
