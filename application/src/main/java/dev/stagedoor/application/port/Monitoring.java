package dev.stagedoor.application.port;

import dev.stagedoor.domain.services.ServiceId;
import java.time.Duration;

/**
 * Counts what whoever runs the product must hear of. Called after the commit that made it true;
 * what a crash loses here is not made up for.
 */
public interface Monitoring {
  /** A payment came to its end: it was paid, or an attempt failed. */
  void paymentEnded(boolean succeeded);

  /** A student was enrolled, that long after the money was there. */
  void enrolled(Duration sincePaid);

  /** A video came to its end, that long after its file was there. */
  void videoProcessed(boolean succeeded, Duration sinceReceived);

  /** Another service was asked, and answered or did not. */
  void serviceCalled(ServiceId service, boolean succeeded, Duration took);

  /** A refund came to its end. */
  void refundEnded(boolean succeeded);

  /** Counts nothing, for whoever does not want to know. */
  static Monitoring silent() {
    return Silence.SILENCE;
  }

  /** Counts nothing. */
  enum Silence implements Monitoring {
    SILENCE;

    @Override
    public void paymentEnded(boolean succeeded) {}

    @Override
    public void enrolled(Duration sincePaid) {}

    @Override
    public void videoProcessed(boolean succeeded, Duration sinceReceived) {}

    @Override
    public void serviceCalled(ServiceId service, boolean succeeded, Duration took) {}

    @Override
    public void refundEnded(boolean succeeded) {}
  }
}
