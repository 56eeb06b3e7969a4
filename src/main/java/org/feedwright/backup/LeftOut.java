package org.feedwright.backup;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The files of a folder that are not in its backup, each as a sentence without a full stop. */
public final class LeftOut {
    private final List<String> unreadable = new ArrayList<>();
    private final List<String> others = new ArrayList<>();

    void unreadable(String name, String why) {
        unreadable.add(name + " cannot be read (" + why + ")");
    }

    void other(String sentence) {
        others.add(sentence);
    }

    /** Whether everything is there that a backup could have. */
    public boolean isNothing() {
        return unreadable.isEmpty();
    }

    public List<String> sentences() {
        return Stream.concat(unreadable.stream(), others.stream()).toList();
    }
}
