package org.feedwright.imports.wordpress;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.feedwright.imports.ImportReport;
import org.feedwright.imports.ImportSource;
import org.feedwright.imports.ImportedArticle;
import org.feedwright.imports.ImportedFeed;
import org.feedwright.text.HtmlLine;
import org.feedwright.text.HttpAddress;
import org.jspecify.annotations.Nullable;

/**
 * A file that WordPress has exported. It is read twice: once for what posts refer to, which may stand behind them, and
 * once for the posts.
 */
public final class WordpressExport implements ImportSource {
    /** What WordPress says of a site of which nobody has said anything. */
    private static final String NO_SUBTITLE = "Just another WordPress site";

    private final Path file;
    private final WordpressOptions options;
    private final Library library = new Library();
    private final Map<String, String> channel;

    /** @throws IOException if the file cannot be read, or is no export of WordPress */
    public WordpressExport(Path file, WordpressOptions options) throws IOException {
        this.file = file;
        this.options = options;
        this.channel = WxrReader.read(file, library::author, library::item);
    }

    @Override
    public ImportedFeed feed() {
        String subtitle = HtmlLine.of(field("description"));
        return new ImportedFeed(
                HtmlLine.of(field("title")),
                subtitle.isEmpty() || subtitle.equals(NO_SUBTITLE) ? null : subtitle,
                home(),
                language(),
                null,
                null,
                options.zone(),
                options.keepsLinks() ? List.of() : List.of(path() + "/feed/", path() + "/feed/atom/"));
    }

    private String field(String name) {
        return channel.getOrDefault(name, "").strip();
    }

    private @Nullable String home() {
        for (String name : List.of("wp:base_blog_url", "link", "wp:base_site_url")) {
            try {
                return HttpAddress.of(field(name)).uri();
            } catch (IllegalArgumentException _) {
                // the next one may be an address
            }
        }
        return null;
    }

    private @Nullable String language() {
        String tag = field("language").replace('_', '-');
        String language = tag.replaceFirst("-.*", "").toLowerCase(Locale.ROOT);
        return List.of(Locale.getISOLanguages()).contains(language) ? tag : null;
    }

    /** The path of the site on its host, without a slash at its end. */
    private String path() {
        String home = home();
        String path = home == null ? null : URI.create(home).getRawPath();
        return path == null ? "" : path.replaceFirst("/+$", "");
    }

    @Override
    public void articles(Consumer<ImportedArticle> sink, ImportReport report) throws IOException {
        String home = home();
        String site = home == null ? "" : home.replaceFirst("^https?://", "").replaceFirst("/+$", "");
        var reading = new ArticleReading(options, library, site, path(), report);
        WxrReader.read(file, _ -> {}, item -> reading.article(item).ifPresent(sink));
    }
}
