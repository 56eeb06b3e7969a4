package org.feedwright.authoring;

import java.util.ArrayList;
import java.util.List;

/** The problems of one file, gathered while it is read, so that its author learns of all of them at once. */
final class Problems {
    private final String file;
    private final List<Problem> problems = new ArrayList<>();

    Problems(String file) {
        this.file = file;
    }

    void add(int line, String wrong, String remedy) {
        problems.add(new Problem(file, line, wrong, remedy));
    }

    boolean isEmpty() {
        return problems.isEmpty();
    }

    List<Problem> list() {
        return List.copyOf(problems);
    }
}
