package org.feedwright.imports;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.feedwright.article.FeedName;
import org.feedwright.authoring.ArticleFile;
import org.feedwright.authoring.Attachments;
import org.feedwright.authoring.problem.Problems;
import org.feedwright.feed.FeedDefinition;

/** Reads an article's file as a service would, so that an import tells what would be held back. */
record ReadBack(FeedName feed, FeedDefinition definition, Instant now) {
    private static final int LARGEST = 2 * 1024 * 1024; // bytes, as a service takes them unless told otherwise

    List<String> problems(String name, String text) {
        var problems = new Problems(name);
        if (text.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
            problems.add(
                    0,
                    "the file is larger than 2 MB",
                    "shorten it, or let the service take it with feedwright.authoring.max-file-size");
        }
        try {
            ArticleFile.read(name, text, feed, definition, Attachments.NONE, now, problems);
        } catch (RuntimeException | StackOverflowError e) {
            problems.add(0, "it cannot be read, by a fault of the program (" + e + ")", "report it, with the file");
        }
        return problems.list().stream().map(problem -> problem.at(name)).toList();
    }
}
