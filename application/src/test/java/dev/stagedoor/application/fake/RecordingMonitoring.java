package dev.stagedoor.application.fake;

import dev.stagedoor.application.port.Monitoring;
import dev.stagedoor.domain.services.ServiceId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Writes down what was counted, a line for each. */
public final class RecordingMonitoring implements Monitoring {
  private final List<String> lines = new CopyOnWriteArrayList<>();

  /**
   * Returns what was counted, the oldest first: {@code payment ok}, {@code enrolled after PT2S}.
   */
  public List<String> lines() {
    return List.copyOf(lines);
  }

  @Override
  public void paymentEnded(boolean succeeded) {
    lines.add("payment " + word(succeeded));
  }

  @Override
  public void enrolled(Duration sincePaid) {
    lines.add("enrolled after " + sincePaid);
  }

  @Override
  public void videoProcessed(boolean succeeded, Duration sinceReceived) {
    lines.add("video " + word(succeeded) + " after " + sinceReceived);
  }

  @Override
  public void serviceCalled(ServiceId service, boolean succeeded, Duration took) {
    lines.add("call of " + service + " " + word(succeeded));
  }

  @Override
  public void refundEnded(boolean succeeded) {
    lines.add("refund " + word(succeeded));
  }

  private static String word(boolean succeeded) {
    return succeeded ? "ok" : "failed";
  }
}
