package org.feedwright.imports.network;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.Locale;

/** Recognizes pictures, recordings, films and PDF by their first bytes, whatever a server says that they are. */
public final class FileSignature {
    /** So many bytes are enough to recognize a file. */
    public static final int LENGTH = 1_024;

    private FileSignature() {}

    /** The endings that a file may have that begins with these bytes, the usual one first; none if it is not known. */
    public static List<String> endings(byte[] head) {
        String text = new String(head, 0, Math.min(head.length, LENGTH), ISO_8859_1);
        if (text.startsWith("\u00FF\u00D8\u00FF")) {
            return List.of("jpg", "jpeg");
        }
        if (text.startsWith("\u0089PNG\r\n")) {
            return List.of("png");
        }
        if (text.startsWith("GIF8")) {
            return List.of("gif");
        }
        if (text.startsWith("%PDF-")) {
            return List.of("pdf");
        }
        if (text.startsWith("RIFF")) {
            return text.startsWith("WEBP", 8)
                    ? List.of("webp")
                    : text.startsWith("WAVE", 8) ? List.of("wav") : List.of();
        }
        return text.startsWith("ftyp", 4) ? ofBrand(text) : recordingOrDrawing(text);
    }

    /** ISO base media files name their kind behind {@code ftyp}. */
    private static List<String> ofBrand(String text) {
        String brand = text.length() < 12 ? "" : text.substring(8, 12);
        return switch (brand) {
            case "avif", "avis" -> List.of("avif");
            case "M4A ", "M4B " -> List.of("m4a", "m4b");
            case "qt  " -> List.of("mov");
            case "heic", "heix", "mif1" -> List.of("heic");
            default -> List.of("mp4", "m4v", "m4a");
        };
    }

    private static List<String> recordingOrDrawing(String text) {
        if (text.startsWith("ID3") || text.matches("(?s)\u00FF[\u00FB\u00F3\u00F2\u00FA].*")) {
            return List.of("mp3");
        }
        if (text.startsWith("OggS")) {
            return List.of("ogg", "oga", "ogv", "opus");
        }
        if (text.startsWith("fLaC")) {
            return List.of("flac");
        }
        if (text.startsWith("\u001AE\u00DF\u00A3")) {
            return List.of("webm", "mkv");
        }
        String markup =
                text.replaceFirst("^\u00EF\u00BB\u00BF", "").stripLeading().toLowerCase(Locale.ROOT);
        boolean isDrawing = markup.startsWith("<svg")
                || ((markup.startsWith("<?xml") || markup.startsWith("<!")) && markup.contains("<svg"));
        return isDrawing && !markup.contains("<html") ? List.of("svg") : List.of();
    }
}
