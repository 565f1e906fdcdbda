package dev.stagedoor.bootstrap.benchmarks;

import java.io.IOException;

/** Something that hands what is published to readers: our server, or a peer. */
interface Side extends AutoCloseable {
  String name();

  int port();

  /** Returns the address of the stream below the port. */
  String path();

  /** Publishes an event of a number, and returns when it is acknowledged. */
  void publish(long number) throws IOException, InterruptedException;

  /** Gives back what is not needed, where it can be asked to. */
  void settle() throws IOException, InterruptedException;

  Memory memory() throws IOException, InterruptedException;

  /** Returns the processor time of all its processes. */
  long cpuMicros();

  /**
   * What all its processes hold in memory; the kernel's part of connections is not in it.
   *
   * @param bytes pages shared by several processes count once
   * @param heapBytes what of that is objects, 0 where there is no such thing
   */
  record Memory(long bytes, long heapBytes) {}

  @Override
  void close() throws IOException;
}
