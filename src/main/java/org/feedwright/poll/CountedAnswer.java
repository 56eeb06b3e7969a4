package org.feedwright.poll;

import org.feedwright.http.EncodedAnswer;

/** An answer to polls, and what each of them is counted as. */
record CountedAnswer(EncodedAnswer answer, PollNote note) {}
