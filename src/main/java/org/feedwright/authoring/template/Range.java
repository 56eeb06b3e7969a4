package org.feedwright.authoring.template;

/** A part of a text, such as code in it: from the position of its first character to the one behind its last. */
public record Range(int start, int end) {}
