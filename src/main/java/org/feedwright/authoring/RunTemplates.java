package org.feedwright.authoring;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.feedwright.authoring.yaml.Yaml;

/** What an article says about template tags in it: that its generator does not run them, but shows them as they are. */
final class RunTemplates {
    private static final Set<String> YES = Set.of("true", "yes", "on");
    private static final Set<String> NO = Set.of("false", "no", "off");

    /** The programs that run tags where Eleventy is told which ones read an article. */
    private static final Set<String> OF_ELEVENTY = Set.of("liquid", "njk", "hbs", "mustache", "ejs", "haml", "pug");

    private RunTemplates() {}

    /** Whether the tags are text: Hexo's, Jekyll's and Eleventy's words for that. */
    static boolean areOff(Yaml front) {
        return YES.contains(word(front, "disablenunjucks"))
                || NO.contains(word(front, "render_with_liquid"))
                || isWithout(word(front, "templateengineoverride"));
    }

    private static boolean isWithout(String engines) {
        List<String> named = Arrays.asList(engines.split("[,\\s]+"));
        return !engines.isEmpty() && named.stream().noneMatch(OF_ELEVENTY::contains);
    }

    private static String word(Yaml front, String key) {
        return front.plain(key).toLowerCase(Locale.ROOT);
    }
}
