package dev.stagedoor.web.live;

import dev.stagedoor.application.port.LiveUpdate;

/** One update, written once for all its readers, with its place in the log. */
@SuppressWarnings("ArrayRecordComponent") // sent, never compared
record Frame(String place, LiveUpdate update, byte[] bytes) {}
