package org.feedwright.authoring.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.feedwright.authoring.problem.Note;

/** Counts the tags of each kind that were not translated, with the line of the first one. */
final class TagNotes {
    private static final int MOST = 50;

    private record Kind(int line, int count) {
        Kind and(Kind other) {
            return new Kind(line, count + other.count);
        }
    }

    private final Map<String, Kind> kinds = new LinkedHashMap<>();

    /** @param line counted from 0 */
    void add(Tag tag, int line) {
        if (kinds.size() < MOST || kinds.containsKey(tag.kind())) {
            kinds.merge(tag.kind(), new Kind(line + 1, 1), Kind::and);
        }
    }

    /** What became of them, told once for each kind. */
    List<Note> list(String what, String remedy) {
        return kinds.entrySet().stream()
                .map(kind -> Note.at(
                        kind.getValue().line(), "the tag " + kind.getKey() + times(kind.getValue()) + what, remedy))
                .toList();
    }

    private static String times(Kind kind) {
        return kind.count() == 1 ? "" : " (" + kind.count() + " times)";
    }
}
