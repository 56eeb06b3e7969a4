package org.feedwright.api;

import java.util.List;
import org.feedwright.authoring.ArticleFile;
import tools.jackson.databind.node.ObjectNode;

/**
 * An article of a request, read by the rules of files.
 *
 * @param source what is kept of the request
 */
record ReadArticle(ObjectNode source, ArticleFile file, List<FieldNote> warnings) {
    boolean isDraft() {
        return file.manuscript().draft();
    }
}
