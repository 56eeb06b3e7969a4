package org.feedwright.authoring.yaml;

import java.util.Set;

/** A way to write keys and values down, in which remedies are worded. */
public enum Notation {
    YAML,
    TOML,
    JSON,
    /** Lines such as {@code Title: …} up to the first empty one. */
    HEADERS,
    /** Elements such as {@code <meta name="date" content="…">} in the head of a page. */
    HTML;

    private static final Set<String> BARE = Set.of("true", "false");

    /** Whether a value is one text, in which commas part several. */
    public boolean partsByCommas() {
        return this == HEADERS || this == HTML;
    }

    /** A line that says something of a key, as an author writes it. */
    public String line(String key, String value) {
        return switch (this) {
            case YAML -> key + ": " + value;
            case TOML -> key + " = " + (BARE.contains(value) ? value : '"' + value + '"');
            case JSON -> '"' + key + "\": " + (BARE.contains(value) ? value : '"' + value + '"');
            case HEADERS -> Character.toUpperCase(key.charAt(0)) + key.substring(1) + ": " + value;
            case HTML ->
                key.equals("title")
                        ? "<title>" + value + "</title>"
                        : "<meta name=\"" + key + "\" content=\"" + value + "\">";
        };
    }
}
