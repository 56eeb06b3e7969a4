package org.feedwright.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.feedwright.imports.ImportedContent.Body;
import org.feedwright.imports.ImportedContent.File;
import org.feedwright.imports.ImportedContent.Kind;
import org.feedwright.imports.ImportedContent.Picture;
import org.feedwright.text.AbsoluteHtml;
import org.feedwright.text.HttpAddress;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The pictures and recordings of imported articles: those that are here by now, and those that stay elsewhere. */
final class MediaFiles {
    private static final int MOST = 20_000; // files in one import
    private static final String LINKED =
            "(?i)[^?#]*\\.(?:jpe?g|png|gif|webp|avif|svg|pdf|mp3|m4[abv]|mp4|mov|webm|mkv|og[gav]|opus|wav|flac)(?:[?#].*)?";

    private final ImportedMedia media;
    private final MediaFetch fetch;
    private final ImportLedger ledger;
    private final Path directory;
    private final @Nullable String home;
    private final Set<String> left = new LinkedHashSet<>();
    private final Set<String> fetched = new LinkedHashSet<>();
    private final Map<String, String> missing = new LinkedHashMap<>();

    /** @param home the site's address, against which other addresses are meant; null if nobody knows */
    MediaFiles(ImportedMedia media, ImportLedger ledger, Path directory, @Nullable String home) {
        this.media = media;
        this.fetch = new MediaFetch(directory);
        this.ledger = ledger;
        this.directory = directory;
        this.home = home;
    }

    /**
     * The content of an article with the names of the files that are here.
     *
     * @param mayFetch whether files may be fetched for it, where that was asked for
     */
    ImportedContent within(ImportedContent content, String slug, boolean mayFetch) throws IOException {
        var picture = content.image();
        return new ImportedContent(
                body(content.body(), slug, mayFetch),
                picture == null
                        ? null
                        : new Picture(
                                local(picture.address(), slug, mayFetch), picture.alternative(), picture.caption()),
                enclosures(content.enclosures(), slug, mayFetch));
    }

    private List<File> enclosures(List<File> files, String slug, boolean mayFetch) throws IOException {
        var local = new ArrayList<File>();
        for (var file : files) {
            String address = local(file.address(), slug, mayFetch);
            boolean isHere = !address.equals(file.address());
            local.add(new File(address, file.type(), isHere ? null : file.length(), file.title(), file.duration()));
        }
        return local;
    }

    /** A body is written anew only if a file is here: else it stays as it was written, letter by letter. */
    private Body body(Body body, String slug, boolean mayFetch) throws IOException {
        if (body.kind() != Kind.HTML
                || !(body.text().contains("src=") || body.text().contains("href="))) {
            return body;
        }
        var document = Jsoup.parseBodyFragment(body.text());
        document.outputSettings(new OutputSettings().prettyPrint(false));
        boolean isChanged = false;
        for (var element : document.select("[src], a[href], video[poster]")) {
            isChanged |= localize(element, "src", slug, mayFetch);
            isChanged |= localize(element, "href", slug, mayFetch);
            isChanged |= localize(element, "poster", slug, mayFetch);
        }
        return isChanged ? new Body(Kind.HTML, document.body().html()) : body;
    }

    private boolean localize(Element element, String attribute, String slug, boolean mayFetch) throws IOException {
        String address = element.attr(attribute);
        boolean isShown = element.is("img, audio, video, source, track");
        if (address.isBlank() || !(isShown || (element.nameIs("a") && address.matches(LINKED)))) {
            return false;
        }
        String local = local(address, slug, mayFetch);
        if (local.equals(address)) {
            return false;
        }
        element.attr(attribute, local);
        if (attribute.equals("src")) {
            element.removeAttr("srcset").removeAttr("sizes"); // of the same picture, in other sizes
            element.siblingElements().stream()
                    .filter(sibling -> sibling.is("picture > source[srcset]"))
                    .forEach(Element::remove);
        }
        return true;
    }

    /** The name of the file if it is here, else the address as it was. */
    private String local(String address, String slug, boolean mayFetch) throws IOException {
        String absolute = absolute(address);
        String known = ledger.media(absolute);
        if (known != null && Files.exists(directory.resolve(known))) {
            return known;
        }
        if (absolute.isEmpty() || missing.containsKey(absolute)) {
            return address;
        }
        var downloads = media.downloads();
        if (!mayFetch || downloads == null || !isOurs(absolute) || fetched.size() >= MOST) {
            left.add(absolute);
            return address;
        }
        try {
            String file = fetch.file(downloads, absolute, slug);
            ledger.noteMedia(absolute, file);
            fetched.add(absolute);
            media.progress().accept(fetched.size());
            return file;
        } catch (MediaMissing e) {
            missing.put(absolute, String.valueOf(e.getMessage()));
            return address;
        }
    }

    /** The address as a whole; empty if it is none on the web. */
    private String absolute(String address) {
        try {
            return HttpAddress.of(home == null ? address : AbsoluteHtml.resolved(address, home))
                    .uri();
        } catch (IllegalArgumentException _) {
            return "";
        }
    }

    private boolean isOurs(String address) {
        String host = HttpAddress.of(address).host();
        return media.hosts().contains(host)
                || (home != null && bare(host).equals(bare(HttpAddress.of(home).host())));
    }

    private static String bare(String host) {
        return host.toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
    }

    void tell(ImportReport report) {
        if (!fetched.isEmpty()) {
            report.count("pictures and recordings fetched", fetched.size());
        }
        if (!left.isEmpty()) {
            report.count("pictures and recordings that stay where they are", left.size());
            report.note(
                    media.downloads() == null
                            ? "--media fetches the pictures and recordings that are on the site"
                            : "--media-host HOST fetches those on other hosts, too");
        }
        missing.forEach((address, why) -> report.problem(address + ": " + why));
    }
}
