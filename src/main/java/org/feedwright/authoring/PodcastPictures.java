package org.feedwright.authoring;

import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.feedwright.article.Episode.Credit;
import org.feedwright.authoring.value.YamlValues;
import org.feedwright.authoring.yaml.Yaml;
import org.jspecify.annotations.Nullable;

/** The pictures of a podcast and of its people: files in the feed's folder, or addresses. */
record PodcastPictures(Yaml yaml, Attachments files) {
    private static final int SMALLEST = 1400;
    private static final int LARGEST = 3000;

    private static final String PICTURE =
            "put a file of that name into the feed's folder, or write an address that begins with https://";

    /** The person, with the address of the picture, or its path where it is a file in the feed's folder. */
    Credit pictured(Credit person) {
        String picture = person.image();
        if (picture == null) {
            return person;
        }
        return new Credit(person.name(), person.role(), picture(picture), person.link());
    }

    private @Nullable String picture(String written) {
        var file = files.find(written);
        try {
            return file.isPresent() ? file.get().path() : YamlValues.address(written);
        } catch (IllegalArgumentException _) {
            yaml.problem("people", "the picture '" + written + "' is not in the feed's folder", PICTURE);
            return null;
        }
    }

    /** The address of the podcast's art, or its path where it is a file in the feed's folder. */
    String art(String written) {
        var file = files.find(written);
        if (file.isPresent()) {
            files.path(file.get()).ifPresent(this::measure);
            return file.get().path();
        }
        return yaml.value("image", YamlValues::address, PICTURE).orElse(written);
    }

    /** Directories take squares of 1400 to 3000 pixels, as JPEG or PNG. */
    private void measure(Path file) {
        String remedy = "use a square JPEG or PNG of " + SMALLEST + " to " + LARGEST + " pixels";
        try (var input = ImageIO.createImageInputStream(file.toFile())) {
            var readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                yaml.problem("image", "the podcast's picture is no image", remedy);
                return;
            }
            var reader = readers.next();
            try {
                reader.setInput(input);
                refuse(reader.getFormatName(), reader.getWidth(0), reader.getHeight(0), remedy);
            } finally {
                reader.dispose();
            }
        } catch (IOException e) {
            yaml.problem("image", "the podcast's picture cannot be read (" + e.getMessage() + ")", remedy);
        }
    }

    private void refuse(String format, int width, int height, String remedy) {
        if (!format.matches("(?i)jpe?g|png")) {
            yaml.problem("image", "the podcast's picture is a " + format, remedy);
        } else if (width != height || width < SMALLEST || width > LARGEST) {
            yaml.problem("image", "the podcast's picture has " + width + " × " + height + " pixels", remedy);
        }
    }
}
