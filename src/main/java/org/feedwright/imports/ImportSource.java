package org.feedwright.imports;

import java.io.IOException;
import java.util.function.Consumer;

/** Something that another system exported, which is read as articles, one after another. */
public interface ImportSource {
    ImportedFeed feed();

    /**
     * Reads all articles.
     *
     * @param sink takes each article
     * @param report is told what is not taken, and why
     * @throws IOException if the export cannot be read to its end; the articles before that are taken
     */
    void articles(Consumer<ImportedArticle> sink, ImportReport report) throws IOException;
}
