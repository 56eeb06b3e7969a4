package org.feedwright.authoring;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The problems of one file, gathered while it is read, so that its author learns of all of them at once. */
final class Problems {
    /** More than an author reads at once; a file may be made to have any number of them. */
    private static final int MOST = 100;

    private final String file;
    private final Set<Problem> problems = new LinkedHashSet<>();
    private final Set<Problem> warnings = new LinkedHashSet<>();

    Problems(String file) {
        this.file = file;
    }

    void add(int line, String wrong, String remedy) {
        add(problems, new Problem(file, line, wrong, remedy));
    }

    /**
     * Adds a warning, which holds nothing back: it says what was ignored, missing or guessed.
     *
     * @param line counted from 1; 0 where the whole file is meant
     */
    void warn(int line, String what, String remedy) {
        add(warnings, new Problem(file, line, what, remedy));
    }

    private void add(Set<Problem> problems, Problem problem) {
        if (problems.size() < MOST) {
            problems.add(problem);
        } else {
            problems.add(new Problem(file, 0, "there is more of that kind", "see to these first"));
        }
    }

    void addAll(Collection<Problem> more) {
        problems.addAll(more);
    }

    boolean isEmpty() {
        return problems.isEmpty();
    }

    /** By line. */
    List<Problem> list() {
        return problems.stream().sorted(Problem.IN_ORDER).toList();
    }

    List<Problem> warnings() {
        return warnings.stream().sorted(Problem.IN_ORDER).toList();
    }
}
