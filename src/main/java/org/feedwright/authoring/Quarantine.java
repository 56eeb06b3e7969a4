package org.feedwright.authoring;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.feedwright.authoring.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Holds back what cannot be published as it was written, each source with its problems. The last good version of it
 * stays published.
 *
 * <p>A source is the text by which an author knows what was written, such as a file's path. It begins with the name of
 * the feed and a slash; a source without a slash is a feed as a whole.
 *
 * <p>It is in memory. Who looks after a way in begins with an empty one at each start, finds the same problems again,
 * and stores them for other nodes, which take them over from the store.
 */
@Component
public class Quarantine {
    private static final Logger log = LoggerFactory.getLogger(Quarantine.class);

    private final ConcurrentSkipListMap<String, Held> sources = new ConcurrentSkipListMap<>();

    /**
     * What is wrong with a source.
     *
     * @param isSecret whether readers are not to know yet that there is such a source
     */
    public record Held(List<Problem> problems, boolean isSecret) {
        public Held {
            problems = List.copyOf(problems);
        }
    }

    /** What is held back, by source. */
    public Map<String, Held> held() {
        return Map.copyOf(sources);
    }

    /** Takes over what another node holds back, which has logged it. */
    public void replace(Map<String, Held> held) {
        sources.keySet().retainAll(held.keySet());
        sources.putAll(held);
    }

    /** The problems that everyone may read, by source and line. Those of articles that are not out yet name only the feed. */
    public List<Problem> problems() {
        return sources.entrySet().stream()
                .flatMap(source -> source.getValue().isSecret()
                        ? Stream.of(unnamed(source.getKey()))
                        : source.getValue().problems().stream())
                .distinct()
                .toList();
    }

    private static Problem unnamed(String source) {
        return new Problem(
                source.substring(0, source.indexOf('/') + 1),
                0,
                "what is not out yet has a problem",
                "see the log, or run the command 'check'");
    }

    /** All problems, for the operator. */
    public List<Problem> all() {
        return sources.values().stream()
                .flatMap(held -> held.problems().stream())
                .toList();
    }

    /** How many problems there are. */
    public int count() {
        return sources.values().stream()
                .mapToInt(held -> held.problems().size())
                .sum();
    }

    /** The sources of one feed that are held back, without the feed as a whole. */
    public List<String> sources(String feed) {
        String prefix = feed + "/";
        return List.copyOf(sources.subMap(prefix, prefix + Character.MAX_VALUE).keySet());
    }

    /** The names of the feeds that are held back, or have a source that is. */
    public Set<String> feeds() {
        return sources.keySet().stream().map(source -> source.split("/", 2)[0]).collect(Collectors.toSet());
    }

    /** Whether a feed, or a source of it, is held back. */
    public boolean concerns(String feed) {
        return sources.containsKey(feed) || !sources(feed).isEmpty();
    }

    /** Whether a source is held back. */
    public boolean holds(String source) {
        return sources.containsKey(source);
    }

    /** Holds a source back. Its problems are logged, unless they are known already. */
    public void hold(String source, List<Problem> problems) {
        hold(source, problems, false);
    }

    /** Holds a source back as {@link #hold(String, List)} does; only the log names a secret one. */
    public void hold(String source, List<Problem> problems, boolean isSecret) {
        var before = sources.put(source, new Held(problems, isSecret));
        if (before == null || !before.problems().equals(problems)) {
            problems.forEach(problem -> log.warn("Quarantined: {}", problem));
        }
    }

    /** Releases a source: it is published, or no longer there. */
    public void release(String source) {
        if (sources.remove(source) != null) {
            log.info("No longer quarantined: {}", Problem.visible(source));
        }
    }
}
