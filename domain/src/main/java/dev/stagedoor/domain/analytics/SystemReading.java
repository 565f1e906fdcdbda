package dev.stagedoor.domain.analytics;

/**
 * How one server process was when it was looked at.
 *
 * @param cpuPermille how much of all processors it used, in thousandths
 */
public record SystemReading(long cpuPermille, long heapBytes, long connections) {}
