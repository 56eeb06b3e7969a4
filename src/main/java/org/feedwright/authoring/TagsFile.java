package org.feedwright.authoring;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.feedwright.authoring.problem.Problems;
import org.feedwright.authoring.yaml.Yaml;

/** A file {@code tags.yml} in a feed's folder, as Docusaurus has it: labels, each under the key by which articles name tags. */
final class TagsFile {
    private TagsFile() {}

    /**
     * The labels of several such files, the first one counting before the others. What is wrong with one is a warning,
     * for other programs have files of that name too.
     */
    static Map<String, String> read(Map<String, String> files, Problems problems) {
        var labels = new LinkedHashMap<String, String>();
        files.forEach((path, text) -> {
            var own = new Problems(path);
            var yaml = Yaml.read(text, 1, own);
            yaml.keys().keySet().forEach(key -> label(yaml, key).ifPresent(label -> labels.putIfAbsent(key, label)));
            tell(path, own, problems);
        });
        return labels;
    }

    private static Optional<String> label(Yaml yaml, String key) {
        return yaml.mappings(key, "label").stream()
                .findFirst()
                .flatMap(tag -> tag.text("label"))
                .map(String::strip)
                .filter(label -> !label.isEmpty());
    }

    private static void tell(String path, Problems own, Problems problems) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        own.list().stream()
                .limit(1)
                .forEach(problem -> problems.warn(
                        0,
                        name + ":" + problem.line() + ": " + problem.wrong() + "; not all of its labels are used",
                        problem.remedy()));
    }
}
