package dev.stagedoor.persistence.live;

/** Makes the threads of this package. */
final class LiveThreads {
  private LiveThreads() {}

  static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }
}
