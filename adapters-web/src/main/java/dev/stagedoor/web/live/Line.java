package dev.stagedoor.web.live;

/** Where the messages of one reader go. All of it happens on the event loop of the connection. */
interface Line {
  /** Returns whether all that was sent has left; where it has not, the reader is told when. */
  boolean isFree();

  void send(byte[] message);

  /** Sends no more, and says so; what was sent still arrives. */
  void end();

  /** Closes the connection, whatever has not left yet. */
  void cut();
}
