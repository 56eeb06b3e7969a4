package org.feedwright.authoring;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.feedwright.authoring.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The files that are not published as they are, each with the reasons. What was last good of them stays
 * published.
 *
 * <p>It is not stored: the folder is read at each start, and its files say the same again.
 */
@Component
public class Quarantine {
    private static final Logger log = LoggerFactory.getLogger(Quarantine.class);

    /** Stands for the folder of feeds itself. */
    public static final String ROOT = ".";

    private final ConcurrentSkipListMap<String, Held> files = new ConcurrentSkipListMap<>();

    /** @param isSecret whether nobody is to know yet that there is such a file */
    private record Held(List<Problem> problems, boolean isSecret) {
        Held {
            problems = List.copyOf(problems);
        }
    }

    /** The problems that everyone may read, by file and line; of articles that are not out yet it is only said where. */
    public List<Problem> problems() {
        return files.entrySet().stream()
                .flatMap(file -> file.getValue().isSecret()
                        ? Stream.of(unnamed(file.getKey()))
                        : file.getValue().problems().stream())
                .distinct()
                .toList();
    }

    private static Problem unnamed(String file) {
        return new Problem(
                file.substring(0, file.indexOf('/') + 1),
                0,
                "what is not out yet has a problem",
                "see the log, or run the command 'check'");
    }

    /** All the problems, for the operator. */
    public List<Problem> all() {
        return files.values().stream().flatMap(held -> held.problems().stream()).toList();
    }

    /** How many problems there are. */
    public int count() {
        return files.values().stream().mapToInt(held -> held.problems().size()).sum();
    }

    /** The files held back in this folder of the feed folder. */
    public List<String> files(String directory) {
        String prefix = directory + "/";
        return List.copyOf(files.subMap(prefix, prefix + Character.MAX_VALUE).keySet());
    }

    /** The folders that are held back, or hold a file that is. */
    public Set<String> directories() {
        return files.keySet().stream()
                .filter(file -> !file.equals(ROOT))
                .map(file -> file.split("/", 2)[0])
                .collect(Collectors.toSet());
    }

    /** The folders whose definition has a problem. */
    public Set<String> undefined() {
        return files.keySet().stream()
                .filter(file -> file.endsWith("/" + FeedFile.NAME))
                .map(file -> file.substring(0, file.indexOf('/')))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether a feed's folder, or a file in it, is held back. */
    public boolean concerns(String directory) {
        return files.containsKey(directory) || !files(directory).isEmpty();
    }

    /** Whether a file is held back. */
    public boolean holds(String file) {
        return files.containsKey(file);
    }

    /** Holds a file back, and says why on the log unless it is known already. */
    public void hold(String file, List<Problem> problems) {
        hold(file, problems, false);
    }

    /** As {@link #hold(String, List)}; what is secret is said on the log only. */
    public void hold(String file, List<Problem> problems, boolean isSecret) {
        var before = files.put(file, new Held(problems, isSecret));
        if (before == null || !before.problems().equals(problems)) {
            problems.forEach(problem -> log.warn("Quarantined: {}", problem));
        }
    }

    /** Lets a file go: it is published, or no longer there. */
    public void release(String file) {
        if (files.remove(file) != null) {
            log.info("No longer quarantined: {}", Problem.visible(file));
        }
    }
}
