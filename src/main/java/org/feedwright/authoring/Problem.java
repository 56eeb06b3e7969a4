package org.feedwright.authoring;

/**
 * What is wrong with a file, where, and what to do about it; printed as {@code file:line: wrong; remedy}.
 *
 * @param file relative to the folder, with {@code /}
 * @param line counted from 1; 0 where the whole file is meant
 */
public record Problem(String file, int line, String wrong, String remedy) {
    @Override
    public String toString() {
        return file + ":" + (line > 0 ? line + ":" : "") + " " + wrong + "; " + remedy;
    }
}
