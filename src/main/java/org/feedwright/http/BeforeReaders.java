package org.feedwright.http;

/**
 * A part of the application that must have been made before the first reader is answered: what may refuse the start, or
 * changes an answer. Readers are answered before most of the application is there.
 */
public interface BeforeReaders {}
