package org.feedwright.imports.ghost;

import static org.feedwright.imports.ghost.GhostData.isSet;
import static org.feedwright.imports.ghost.GhostData.text;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.feedwright.imports.ImportReport;
import org.feedwright.imports.ImportSource;
import org.feedwright.imports.ImportedArticle;
import org.feedwright.imports.ImportedFeed;
import org.feedwright.text.HttpAddress;
import org.feedwright.text.XmlText;
import org.jspecify.annotations.Nullable;

/** A file that Ghost has exported. */
public final class GhostExport implements ImportSource {
    private final GhostOptions options;
    private final GhostData data;

    /** @throws IOException if the file cannot be read, or is no export of Ghost */
    public GhostExport(Path file, GhostOptions options) throws IOException {
        this.options = options;
        this.data = GhostData.of(file);
    }

    @Override
    public ImportedFeed feed() {
        String locale = data.setting("locale").isEmpty() ? data.setting("lang") : data.setting("locale");
        return new ImportedFeed(
                XmlText.line(data.setting("title")),
                data.setting("description"),
                options.home(),
                language(locale),
                null,
                null,
                zone(),
                List.of(path() + "/rss/"));
    }

    private String path() {
        String home = options.home();
        return home == null
                ? ""
                : HttpAddress.of(home).uri().replaceFirst("^[a-z]+://[^/]*", "").replaceFirst("/+$", "");
    }

    private static @Nullable String language(String tag) {
        String language = tag.replaceFirst("[-_].*", "").toLowerCase(Locale.ROOT);
        return List.of(Locale.getISOLanguages()).contains(language) ? tag : null;
    }

    private @Nullable ZoneId zone() {
        String zone = data.setting("timezone").isEmpty() ? data.setting("active_timezone") : data.setting("timezone");
        try {
            return zone.isEmpty() ? null : ZoneId.of(zone);
        } catch (DateTimeException _) {
            return null;
        }
    }

    @Override
    public void articles(Consumer<ImportedArticle> sink, ImportReport report) {
        var reading = new PostReading(options, data, path(), report);
        for (var post : data.rows("posts")) {
            boolean isPage = text(post, "type").equals("page") || isSet(post, "page");
            if (isPage && !options.takesPages()) {
                report.skip("pages (--pages takes them)");
            } else {
                sink.accept(reading.article(post, isPage));
            }
        }
        if (reading.lacksHome()) {
            report.note("addresses on the site itself are written from its root, because the export does not say where"
                    + " it is; --home https://… says it");
        }
    }
}
