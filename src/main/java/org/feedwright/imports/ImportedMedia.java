package org.feedwright.imports;

import java.util.LinkedHashSet;
import java.util.Set;
import org.feedwright.imports.ImportedArticle.Kind;
import org.jsoup.Jsoup;

/** What happens to the files elsewhere that imported articles show: they stay there, or they are fetched. */
public final class ImportedMedia {
    private final Set<String> left = new LinkedHashSet<>();

    private ImportedMedia() {}

    /** Leaves every file where it is, and counts them. */
    public static ImportedMedia left() {
        return new ImportedMedia();
    }

    /** The article with the addresses of the files that are here from now on. */
    ImportedArticle within(ImportedArticle article, String slug, ImportLedger ledger, ImportTarget target) {
        var picture = article.image();
        if (picture != null) {
            left.add(picture.address());
        }
        if (article.body().kind() == Kind.HTML && article.body().text().contains("src=")) {
            left.addAll(Jsoup.parseBodyFragment(article.body().text())
                    .select("img[src], audio[src], video[src], source[src]")
                    .eachAttr("src"));
        }
        return article;
    }

    void tell(ImportReport report) {
        if (!left.isEmpty()) {
            report.count("pictures and recordings that stay where they are (--media fetches them)", left.size());
        }
    }
}
