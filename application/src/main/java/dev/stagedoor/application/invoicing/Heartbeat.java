package dev.stagedoor.application.invoicing;

import java.time.Duration;

/** Gives signs of life beside something that takes long. */
@FunctionalInterface
interface Heartbeat {
  /** Gives a sign after each pause, and returns what ends that; one may still come just then. */
  Runnable every(Duration pause, Runnable sign);
}
