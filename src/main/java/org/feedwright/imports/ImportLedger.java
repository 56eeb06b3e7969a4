package org.feedwright.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What imports have written into a feed's folder, so that the next one knows what was edited or deleted since. It is
 * kept in {@value #NAME} beside the articles.
 */
final class ImportLedger {
    static final String NAME = ".imported.json";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path directory;
    private final Map<String, Line> lines;
    private final Map<String, String> media;

    /**
     * What was made of an article.
     *
     * @param file its path in the feed's folder
     * @param digest of what was written
     */
    record Line(String file, String digest) {}

    /** @param media the path of the file that was fetched from an address */
    private record Content(
            @Nullable Map<String, Line> articles, @Nullable Map<String, String> media) {}

    private ImportLedger(Path directory, Content content) {
        this.directory = directory;
        this.lines = new TreeMap<>(content.articles() == null ? Map.of() : content.articles());
        this.media = new TreeMap<>(content.media() == null ? Map.of() : content.media());
        lines.values().removeIf(line -> !isWithin(line.file()));
        media.values().removeIf(file -> !isWithin(file));
    }

    /**
     * The ledger of a folder; an empty one where nothing was imported yet.
     *
     * @throws IOException if there is one that cannot be read
     */
    static ImportLedger of(Path directory) throws IOException {
        Path file = directory.resolve(NAME);
        if (!Files.exists(file)) {
            return new ImportLedger(directory, new Content(null, null));
        }
        try {
            return new ImportLedger(directory, JSON.readValue(Files.readString(file), Content.class));
        } catch (JacksonException e) {
            throw new IOException(
                    file + " cannot be read (" + e.getOriginalMessage()
                            + "); mend it, or delete it, and files that are there already are written a second time",
                    e);
        }
    }

    private boolean isWithin(String file) {
        return !file.isEmpty() && directory.resolve(file).normalize().startsWith(directory.normalize());
    }

    @Nullable
    Line line(String source) {
        return lines.get(source);
    }

    void note(String source, Line line) {
        lines.put(source, line);
    }

    /** The path in the feed's folder of what was fetched from an address. */
    @Nullable
    String media(String address) {
        return media.get(address);
    }

    void noteMedia(String address, String file) {
        media.put(address, file);
    }

    void save() throws IOException {
        if (!lines.isEmpty() || !media.isEmpty()) {
            WrittenFile.write(directory.resolve(NAME), JSON.writeValueAsString(new Content(lines, media)) + "\n");
        }
    }
}
