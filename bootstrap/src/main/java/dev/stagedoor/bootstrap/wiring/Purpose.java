package dev.stagedoor.bootstrap.wiring;

/** What the program was started for. */
public enum Purpose {
  /** To be the server. The data folder is its own. */
  SERVE,
  /** To do something to the data and end. A server that has the data folder shares its database. */
  MAINTAIN
}
