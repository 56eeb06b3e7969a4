package org.feedwright.micropub;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.feedwright.api.Json;
import org.feedwright.api.Refusal;
import org.feedwright.api.media.SentFiles;
import org.feedwright.text.Digest;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A request as a form, with files or without (Micropub §3.1.1). Names may end with {@code []}.
 *
 * @param files by the property that each belongs to
 */
record PostForm(Map<String, List<String>> fields, List<NamedPart> files) {
    private static final String TOKEN = "access_token";

    /** "A few POST body property names are reserved" (§3.2). A token is never stored. */
    private static final Set<String> RESERVED = Set.of(TOKEN, "h", "action", "url");

    private static final long LARGEST = 2_000_000; // bytes of all fields

    /** A file, and the property that it is a value of. */
    record NamedPart(String property, Part part) {}

    /** @param sent reads forms with files */
    static PostForm read(HttpServletRequest request, SentFiles sent) throws IOException {
        return SentFiles.areIn(request) ? ofParts(sent.parts(request)) : ofFields(request);
    }

    private static PostForm ofFields(HttpServletRequest request) {
        var fields = new LinkedHashMap<String, List<String>>();
        try {
            request.getParameterMap().forEach((name, values) -> add(fields, name, List.of(values)));
        } catch (IllegalStateException _) {
            throw MicropubRefusal.invalid("The form cannot be read, or is too large.");
        }
        return new PostForm(fields, List.of());
    }

    private static PostForm ofParts(Collection<Part> parts) throws IOException {
        refuseLargeFields(parts);
        var fields = new LinkedHashMap<String, List<String>>();
        var files = new ArrayList<NamedPart>();
        for (var part : parts) {
            if (SentFiles.isFile(part)) {
                files.add(new NamedPart(name(part.getName()), part));
            } else {
                try (var content = part.getInputStream()) {
                    add(fields, part.getName(), List.of(new String(content.readAllBytes(), UTF_8)));
                }
            }
        }
        return new PostForm(fields, files);
    }

    /** Fields are held in memory, and not on the disk as files are. */
    private static void refuseLargeFields(Collection<Part> parts) {
        long size = parts.stream()
                .filter(part -> !SentFiles.isFile(part))
                .mapToLong(Part::getSize)
                .sum();
        if (size > LARGEST) {
            throw new Refusal(413, "The fields of the form are larger than 2 MB. What is no text is sent as a file.");
        }
    }

    private static void add(Map<String, List<String>> fields, String name, List<String> values) {
        fields.computeIfAbsent(name(name), _ -> new ArrayList<>()).addAll(values);
    }

    private static String name(String written) {
        return written.endsWith("[]") ? written.substring(0, written.length() - 2) : written;
    }

    /** All that the form has, without its token: two forms are the same if this is. */
    byte[] essence() throws IOException {
        var all = Json.object();
        var texts = all.putObject("fields");
        fields.forEach((name, values) -> {
            if (!name.equals(TOKEN)) {
                texts.set(name, Json.tree(values));
            }
        });
        var contents = all.putArray("files");
        for (var file : files) {
            contents.addObject()
                    .put("property", file.property())
                    .put("name", file.part().getSubmittedFileName())
                    .put("type", file.part().getContentType())
                    .put("digest", digest(file.part()));
        }
        return Json.bytes(all);
    }

    private static String digest(Part part) throws IOException {
        var digest = Digest.ofParts();
        try (var content = new DigestInputStream(part.getInputStream(), digest)) {
            content.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The first value of a field; null where it is not there. */
    @Nullable
    String first(String name) {
        var values = fields.get(name);
        return values == null || values.isEmpty() ? null : values.getFirst();
    }

    /** The files of pictures, recordings and films. */
    List<Part> media() {
        for (var file : files) {
            if (!MediaProperties.NAMES.contains(file.property())) {
                throw MicropubRefusal.invalid(
                        "A file cannot be a '" + file.property() + "'. Send it as photo, audio or video.");
            }
        }
        return files.stream().map(NamedPart::part).toList();
    }

    /** The post that is to be created, still without its files. */
    Post post() {
        var properties = new LinkedHashMap<String, List<JsonNode>>();
        fields.forEach((name, values) -> {
            var texts = values.stream()
                    .filter(value -> !value.isEmpty())
                    .map(Json::tree)
                    .toList();
            if (!RESERVED.contains(name) && !texts.isEmpty()) {
                properties.put(name, texts);
            }
        });
        return Post.of(properties);
    }
}
