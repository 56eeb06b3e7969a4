package org.feedwright.authoring;

import java.util.LinkedHashMap;
import java.util.Map;
import org.feedwright.article.Person;
import org.feedwright.authoring.problem.Problems;
import org.feedwright.authoring.value.YamlValues;
import org.feedwright.authoring.yaml.Yaml;

/** A file {@code authors.yml} in a feed's folder, as Docusaurus has it: persons, each under the key by which articles name them. */
final class AuthorsFile {
    private AuthorsFile() {}

    /** The persons of several such files, the first one counting before the others. */
    static Map<String, Person> read(Map<String, String> files, Problems problems) {
        var authors = new LinkedHashMap<String, Person>();
        files.forEach((path, text) -> {
            var own = new Problems(path);
            read(Yaml.read(text, 1, own)).forEach(authors::putIfAbsent);
            problems.addAll(own);
        });
        return authors;
    }

    static Map<String, Person> read(Yaml yaml) {
        var authors = new LinkedHashMap<String, Person>();
        yaml.keys()
                .keySet()
                .forEach(key -> YamlValues.people(yaml, key).stream()
                        .findFirst()
                        .ifPresent(person -> authors.put(key, person)));
        return authors;
    }
}
