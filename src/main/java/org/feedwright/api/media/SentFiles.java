package org.feedwright.api.media;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jetty.http.MultiPartFormData;
import org.feedwright.api.Refusal;
import org.feedwright.article.FeedName;
import org.feedwright.upload.Receiving;
import org.feedwright.upload.UnfinishedUpload;
import org.feedwright.upload.UploadName;
import org.springframework.stereotype.Component;

/** Receives the files of a form ({@code multipart/form-data}, RFC 7578). */
@Component
public class SentFiles {
    private static final long FIELDS = 2_000_000; // bytes, besides the files

    private final Receiving receiving;

    SentFiles(Receiving receiving) {
        this.receiving = receiving;
    }

    /**
     * A file of a form.
     *
     * @param name under which it is to be kept
     */
    public record SentFile(String name, Part part) {
        /** A file under the last part of the name that its sender suggests. */
        static SentFile of(Part part) {
            return new SentFile(UploadName.last(String.valueOf(part.getSubmittedFileName())), part);
        }
    }

    /** Whether a request is such a form. */
    public static boolean areIn(HttpServletRequest request) {
        return FileType.plain(request.getContentType()).equals("multipart/form-data");
    }

    /** The most bytes that a form may have, with all its files. */
    static long most(long largest) {
        return largest + FIELDS;
    }

    /** The parts of a form: files, and fields. One that says itself that it is too large is not begun. */
    public Collection<Part> parts(HttpServletRequest request) throws IOException {
        if (!areIn(request)) {
            throw new Refusal(
                    415, "Send files as multipart/form-data, or one by PUT under its name, such as …/media/photo.jpg.");
        }
        if (request.getContentLengthLong() > most(receiving.largest())) {
            throw tooLarge();
        }
        try {
            return request.getParts();
        } catch (ServletException | RuntimeException | IOException e) {
            forget(request);
            throw unreadable(e);
        }
    }

    /** When a request ends, Jetty (12.1.1 to 12.1.14) asks for its parts once more, and fails as it did before. */
    private static void forget(HttpServletRequest request) {
        request.removeAttribute(MultiPartFormData.class.getName());
    }

    /** Jetty tells only in words what is wrong with a form. */
    private static Refusal unreadable(Throwable failure) {
        var reason = Stream.iterate(Optional.of(failure), Optional::isPresent, each -> each.map(Throwable::getCause))
                .flatMap(Optional::stream)
                .map(each -> String.valueOf(each.getMessage()))
                .filter(message -> message.contains("exceeded"))
                .findFirst();
        return reason.isPresent()
                ? tooLarge()
                : new Refusal(400, "The form cannot be read: it is cut off, or is not as its Content-Type says.");
    }

    private static Refusal tooLarge() {
        return new Refusal(413, "The form is larger than feedwright.uploads.max-file-size allows.");
    }

    /** Whether a part of a form is a file. */
    public static boolean isFile(Part part) {
        return part.getSubmittedFileName() != null;
    }

    /** The files among the parts of a form, under the names that their sender suggests. */
    static List<SentFile> among(Collection<Part> parts) {
        var files = parts.stream().filter(SentFiles::isFile).map(SentFile::of).toList();
        if (files.isEmpty()) {
            throw new Refusal(400, "The form has no file: a part with a filename in its Content-Disposition.");
        }
        return files;
    }

    /**
     * Receives files; unless all of them come whole, nothing is kept.
     *
     * @return the uploads, to be finished
     */
    public List<UnfinishedUpload> receive(FeedName feed, List<SentFile> files) throws IOException {
        var received = new ArrayList<UnfinishedUpload>();
        boolean areWhole = false;
        try {
            var names = new HashSet<String>();
            for (var file : files) {
                String name = UploadName.of(file.name());
                if (!names.add(name)) {
                    throw new Refusal(
                            422,
                            "The form has two files named '" + name + "', and one would take the place of the other."
                                    + " Give each a name of its own.");
                }
                received.add(receive(feed, name, file.part()));
            }
            areWhole = true;
            return received;
        } finally {
            if (!areWhole) {
                received.forEach(receiving::cancel);
            }
        }
    }

    private UnfinishedUpload receive(FeedName feed, String name, Part part) throws IOException {
        FileType.check(name, part.getContentType());
        try (var content = part.getInputStream()) {
            return receiving.receive(feed, name, part.getSize(), content);
        }
    }
}
