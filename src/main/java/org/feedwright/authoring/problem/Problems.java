package org.feedwright.authoring.problem;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The problems and warnings of one source, gathered while it is read, so that its author learns of all of them at once;
 * of very many, the first ones and how many more there are.
 */
public final class Problems {
    /**
     * The most characters of a message. It is more than our own words need; a quoted part of a file can have any
     * length.
     */
    private static final int LONGEST = 1_000;

    private final String source;
    private final Gathered problems = new Gathered();
    private final Gathered warnings = new Gathered();

    /** @param source the name of what is read, such as a file's path in the folder */
    public Problems(String source) {
        this.source = source;
    }

    public void add(int line, String wrong, String remedy) {
        problems.add(new Problem(source, line, shortened(wrong), shortened(remedy)));
    }

    /**
     * Adds a warning, which holds nothing back: it says what was ignored, missing or guessed.
     *
     * @param line the line, counted from 1; 0 where the whole file is meant
     */
    public void warn(int line, String what, String remedy) {
        warnings.add(new Problem(source, line, shortened(what), shortened(remedy)));
    }

    /**
     * Adds a warning whose remedy takes time to find. The remedy is looked for only if the warning is among those
     * listed.
     *
     * @param what text that no other warning of this line has
     */
    public void warn(int line, String what, Supplier<String> remedy) {
        warnings.add(source, line, what, remedy);
    }

    /** Warns of a character that is left out wherever it stands, because XML, and so most feeds, cannot hold it. */
    public void warnOfIllegal(int line, int character) {
        warn(
                line,
                "the character U+%04X can stand in no feed, and is left out".formatted(character),
                "take it out, and others like it");
    }

    /**
     * Adds a problem whose remedy takes time to find. The remedy is looked for only if the problem is among those
     * listed.
     */
    public void add(int line, String wrong, Supplier<String> remedy) {
        problems.add(source, line, wrong, remedy);
    }

    public void addAll(Collection<Problem> more) {
        more.forEach(problems::add);
    }

    /** Adds the problems and warnings that were gathered elsewhere for this file. */
    public void addAll(Problems others) {
        problems.addAll(others.problems);
        warnings.addAll(others.warnings);
    }

    public boolean isEmpty() {
        return problems.first.isEmpty();
    }

    /** The problems, by line. */
    public List<Problem> list() {
        return problems.list(source, "problems");
    }

    public List<Problem> warnings() {
        return warnings.list(source, "warnings");
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }

    private static final class Gathered {
        private static final int MOST = 100;

        private final Set<Problem> first = new LinkedHashSet<>();
        private int more;

        void add(Problem problem) {
            if (first.size() < MOST) {
                first.add(problem);
            } else if (!first.contains(problem)) {
                more++;
            }
        }

        void add(String source, int line, String wrong, Supplier<String> remedy) {
            if (first.size() < MOST) {
                add(new Problem(source, line, shortened(wrong), shortened(remedy.get())));
            } else {
                more++;
            }
        }

        void addAll(Gathered others) {
            others.first.forEach(this::add);
            more += others.more;
        }

        List<Problem> list(String source, String noun) {
            if (first.isEmpty()) { // as it is of most files
                return List.of();
            }
            var list = new ArrayList<>(first.stream().sorted(Problem.IN_ORDER).toList());
            if (more > 0) {
                list.add(new Problem(
                        source,
                        0,
                        String.format(Locale.ROOT, "%,d more %s are not listed", more, noun),
                        "mend the ones above first"));
            }
            return List.copyOf(list);
        }
    }
}
