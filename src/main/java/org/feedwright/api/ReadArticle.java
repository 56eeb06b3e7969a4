package org.feedwright.api;

import java.util.List;
import org.feedwright.authoring.ArticleFile;
import org.feedwright.feed.FeedDefinition;
import tools.jackson.databind.node.ObjectNode;

/**
 * An article of a request, read by the rules of files.
 *
 * @param source what is kept of the request
 * @param definition of the feed for which it was read
 */
record ReadArticle(ObjectNode source, FeedDefinition definition, ArticleFile file, List<FieldNote> warnings) {
    boolean isDraft() {
        return file.manuscript().draft();
    }
}
