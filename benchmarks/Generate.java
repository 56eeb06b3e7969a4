import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;
import java.util.TreeMap;
import javax.imageio.ImageIO;

// Makes what the benchmarks publish. The same arguments always make the same bytes.
//
//   java Generate.java folder DIR FEEDS ARTICLES   a folder of FEEDS feeds with ARTICLES Markdown files each
//   java Generate.java topics DIR FEEDS ARTICLES   the same, with two of ten categories and one of ten authors
//   java Generate.java posts DIR FEEDS ARTICLES nested|flat
//                                                  the same, of about 2.5 kB as a site's posts are; in a folder for
//                                                  each month, or all of a feed in its folder
//   java Generate.java spare DIR FIRST ARTICLES    ARTICLES files more, to be moved into a feed one by one; those
//                                                  with other numbers are others
//   java Generate.java publisher DIR ARTICLES      ARTICLES articles of a publisher that uses everything: files beside
//                                                  articles, corrections, withdrawals, drafts, composed, renamed and
//                                                  ended feeds, a podcast, text from right to left
//   java -cp 'target/feedwright/lib/*' benchmarks/Generate.java multiply DATABASE FACTOR
//       FACTOR times as many articles in a SQLite store that the service has filled and that is not in use. The
//       copies are older than the originals and have no files, as if they had come by an import: the folder knows
//       nothing of them and leaves them alone.

/** An invented language: its words are used as often as those of a real one (Zipf's law), and it has stock phrases. */
static final class Prose {
    private static final String[] SYLLABLES = ("al an ar be ca ce con cor da de di du el en er es ex fa fi for ga ge gra"
                    + " ha he im in ja ka la le li lo lu ma me mi mo na ne ni no nu ob op or pa per po pra pro qua ra re"
                    + " ri ro sa se si so sta sub su ta te ter ti to tra tri tu un ur va ve vi vo wa wi za")
            .split(" ");
    private static final String[] ENDINGS = "tion ment ing ed ly al ive ous ance er s t n d ry ty".split(" ");
    private static final String[] FREQUENT =
            "the of and to in a that is for on as with by it from are at this be has its have was or which not an will"
                    .split(" ");
    private final Random random;
    private final String[] words = new String[1_200];
    private final String[] stock = new String[60];

    Prose(long seed) {
        var language = new Random(20);
        for (int i = 0; i < words.length; i++) {
            words[i] = i < FREQUENT.length ? FREQUENT[i] : word(language);
        }
        random = new Random(7);
        for (int i = 0; i < stock.length; i++) {
            stock[i] = String.join(" ", word(), word(), word(), word());
        }
        random.setSeed(seed);
    }

    private static String word(Random random) {
        var word = new StringBuilder();
        for (int syllables = 1 + random.nextInt(3); syllables > 0; syllables--) {
            word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
        }
        return word + ENDINGS[random.nextInt(ENDINGS.length)];
    }

    private String word() {
        return words[(int) Math.exp(random.nextDouble() * Math.log(words.length)) - 1];
    }

    String phrase(int words) {
        var phrase = new StringJoiner(" ");
        for (int i = 0; i < words; i++) {
            boolean isStock = words - i > 4 && random.nextInt(6) == 0;
            phrase.add(isStock ? stock[random.nextInt(stock.length)] : word());
            i += isStock ? 3 : 0;
        }
        return Character.toUpperCase(phrase.toString().charAt(0)) + phrase.toString().substring(1);
    }

    private String sentence() {
        String sentence = phrase(8 + random.nextInt(16));
        return switch (random.nextInt(12)) {
            case 0 -> sentence + ", “" + word() + " " + word() + "”.";
            case 1 -> sentence + " [" + word() + " " + word() + "](https://example.org/" + word() + "/" + word() + ").";
            case 2 -> sentence + " **" + word() + "** — " + word() + ".";
            default -> sentence + ".";
        };
    }

    String paragraph() {
        var paragraph = new StringJoiner(" ");
        for (int sentences = 3 + random.nextInt(4); sentences > 0; sentences--) {
            paragraph.add(sentence());
        }
        return paragraph.toString();
    }
}

/** About 4 kB of Markdown: twenty of them make a feed of about 100 kB. */
static String article(long seed, LocalDateTime published) {
    return article(seed, published, 3);
}

static String article(long seed, LocalDateTime published, int sections) {
    var prose = new Prose(seed);
    var text = new StringBuilder("---\ntitle: \"").append(prose.phrase(9)).append(" ").append(seed).append("\"\n");
    text.append("published: ").append(published).append("\nlink: https://example.org/articles/").append(seed);
    text.append("\nauthors: [").append(prose.phrase(2)).append("]\ncategories: [").append(prose.phrase(1));
    text.append(", ").append(prose.phrase(2)).append("]\nhighlights:\n");
    for (int i = 0; i < 3; i++) {
        text.append("  - \"").append(prose.phrase(22)).append(".\"\n");
    }
    text.append("disclaimer: \"").append(prose.phrase(30)).append(".\"\n---\n\n");
    for (int section = 0; section < sections; section++) {
        text.append(prose.paragraph()).append("\n\n").append(prose.paragraph()).append("\n\n");
        text.append("## ").append(prose.phrase(6)).append("\n\n");
    }
    return text.append(prose.paragraph()).append("\n").toString();
}

static void folder(Path folder, int feeds, int articles) throws IOException {
    var newest = LocalDateTime.of(2026, 6, 1, 12, 0);
    for (int feed = 0; feed < feeds; feed++) {
        var directory = Files.createDirectories(folder.resolve("feed-" + feed));
        Files.writeString(directory.resolve("feed.yaml"), """
                title: Feed %d of the benchmark
                subtitle: Articles in an invented language
                home: https://example.org/
                language: en
                author: Nobody
                """.formatted(feed));
        for (int i = 0; i < articles; i++) {
            long seed = (long) feed * articles + i;
            Files.writeString(directory.resolve("article-" + i + ".md"), article(seed, newest.minusHours(i)));
        }
    }
}

/** A nested article has the name that a flat one has, and is in {@code 2026/06/}, say: thirty in each folder. */
static void posts(Path folder, int feeds, int articles, boolean isNested) throws IOException {
    folder(folder, feeds, 0);
    var newest = LocalDateTime.of(2026, 6, 28, 12, 0);
    for (int feed = 0; feed < feeds; feed++) {
        for (int i = 0; i < articles; i++) {
            var published = newest.minusMonths(i / 30).minusHours(i % 30);
            String month = isNested ? "%d/%02d/".formatted(published.getYear(), published.getMonthValue()) : "";
            var file = folder.resolve("feed-" + feed).resolve(month + "article-" + i + ".md");
            Files.createDirectories(file.getParent());
            long seed = (long) feed * articles + i;
            Files.writeString(file, article(seed, published, 1) + "\n" + new Prose(-seed).paragraph() + "\n");
        }
    }
}

/** Of the invented categories and authors each article has its own; publishers have a few for all. */
static void topics(Path folder, int feeds, int articles) throws IOException {
    folder(folder, feeds, articles);
    try (var files = Files.walk(folder)) {
        int i = 0;
        for (Path file : files.filter(path -> path.toString().endsWith(".md")).sorted().toList()) {
            String text = Files.readString(file);
            Files.writeString(file, text.replaceFirst("(?m)^authors: .*$", "authors: [Author " + i % 10 + "]")
                    .replaceFirst("(?m)^categories: .*$", "categories: [Topic %d, Topic %d]".formatted(i % 7, 7 + i % 3)));
            i++;
        }
    }
}

/** Every date is stated, so that two stores that are filled at different times say the same. */
static void publisher(Path folder, int articles) throws IOException {
    var definitions = new TreeMap<String, String>();
    definitions.put("all", "title: Everything\nwindow: 30\n");
    definitions.put("arabic", "title: Arabic\nlanguage: ar\nhome: https://example.org/\nauthor: Nobody\n");
    definitions.put("digest", "title: Digest\nselect:\n  categories: [Topic 1, Topic 8]\n  exclude:\n    authors: [Author 3]\n");
    definitions.put("ended", "title: Ended\nhome: https://example.org/\nretired: true\n");
    definitions.put("metals", "title: Metals\nhome: https://example.org/\nformerly: [minerals, ores]\ntombstones: true\n"
            + "disclaimer: \"Of the *feed*, with [a link](terms.html).\"\n");
    definitions.put("podcast", "title: Podcast\nlanguage: en\npodcast:\n  image: cover.png\n  category: News > Daily News\n"
            + "  explicit: false\n  owner: {name: The desk, email: podcast@example.org}\n");
    definitions.put("short", "title: In short\nhome: https://example.org/\ncontent: summary\nlanguage: de-CH\nttl: 30\n"
            + "hubs: [\"https://hub.example.org/\"]\n");
    for (var definition : definitions.entrySet()) {
        var directory = Files.createDirectories(folder.resolve(definition.getKey()));
        Files.writeString(directory.resolve("feed.yaml"), definition.getValue());
        ImageIO.write(new BufferedImage(1400, 1400, BufferedImage.TYPE_BYTE_BINARY), "png", directory.resolve("cover.png").toFile());
        Files.writeString(directory.resolve("photo 1.png"), "a picture");
    }
    var filed = List.of("arabic", "ended", "metals", "metals", "podcast", "short", "short");
    var newest = LocalDateTime.of(2026, 6, 1, 12, 0);
    for (int i = 0; i < articles; i++) {
        String feed = filed.get(i % filed.size());
        var directory = folder.resolve(feed);
        boolean isText = i % 23 == 5;
        String name = "%sarticle-%d.%s".formatted(i % 3 == 0 ? "2026-01-01-" : "", i, isText ? "txt" : "md");
        Files.writeString(directory.resolve("episode-" + i + ".mp3"), "x".repeat(i % 977));
        Files.writeString(directory.resolve(name), everything(i, feed, newest.minusHours(5L * i)));
    }
}

static String everything(int i, String feed, LocalDateTime published) {
    var lines = new StringJoiner("\n", "---\n", "\n---\n");
    lines.add("updated: " + published.plusHours(i % 9));
    lines.add("title: \"" + new Prose(i).phrase(6) + " & <" + i + ">\"");
    lines.add("published: " + (i % 211 == 17 ? LocalDateTime.of(2099, 1, 1, 0, 0) : published));
    lines.add("authors: [Author " + i % 10 + ", {name: Ann Author, email: ann@example.org, uri: \"https://example.org/ann\"}]");
    lines.add("categories: [Topic %d, Topic %d, \"a/b & c\"]".formatted(i % 7, 7 + i % 3));
    if (i % 4 == 0) {
        lines.add("link: https://example.org/articles/" + i);
    }
    if (i % 5 == 0 || feed.equals("podcast")) {
        lines.add("image: photo 1.png");
        lines.add("enclosures: [{url: episode-" + i + ".mp3, duration: \"1:04\", title: Listen}, cover.png]");
    }
    if (i % 11 == 3) {
        lines.add("correction: [{date: %s, text: \"It was **%d**, see [here](#x).\"}]".formatted(published.plusDays(3), i));
    }
    if (i % 13 == 6) {
        lines.add("withdrawn: {date: %s, reason: \"It was about number %d.\"}".formatted(published.plusDays(4), i));
    }
    if (i % 31 == 9) {
        lines.add("draft: true");
    }
    if (i % 17 == 2) {
        lines.add("disclaimer: \"\"");
    }
    String text = article(i, published);
    String body = text.substring(text.indexOf("\n---\n", 4) + 5);
    return lines + """

            ## Highlights

            - The first of %1$d
            - The *second*, with `code`

            %2$s
            ![A picture](photo%%201.png) [relative](other/page.html) [part](#x) <video src="episode-%1$d.mp3" controls></video>

            | a | b |
            |---|---|
            | %1$d | ~~old~~ |

            A note[^1] and `code` in

                a block	of it

            [^1]: The text of the note.

            Disclaimer: verify number %1$d independently.
            """.formatted(i, body);
}

static void spare(Path directory, int first, int articles) throws IOException {
    Files.createDirectories(directory);
    for (int i = first; i < first + articles; i++) {
        var published = LocalDateTime.of(2026, 6, 2, 12, 0).plusSeconds(i);
        Files.writeString(directory.resolve("spare-" + i + ".md"), article(1_000_000_000L + i, published));
    }
}

static void multiply(String database, int factor) throws Exception {
    long shift = 400L * 24 * 60 * 60 * 1000; // further back than the originals reach
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database + "?synchronous=OFF&cache_size=-400000");
            var statement = connection.createStatement()) {
        connection.setAutoCommit(false);
        statement.execute("create temporary table original as select * from article");
        statement.execute("create temporary table original_place as select * from place");
        for (int copy = 1; copy < factor; copy++) {
            statement.executeUpdate("""
                    insert into article (id, feed, slug, state, published, updated, appeared, text)
                    select id || '-%1$d', feed, slug || '-%1$d', state, published - %2$d, updated - %2$d, appeared - %2$d, text
                    from original
                    """.formatted(copy, copy * shift));
            statement.executeUpdate("""
                    insert into place (strand, appeared, article, gone, modified)
                    select strand, appeared - %2$d, article || '-%1$d', gone, modified
                    from original_place
                    """.formatted(copy, copy * shift));
            connection.commit();
            System.err.printf("\r%,d of %,d times the articles", copy + 1, factor);
        }
        System.err.println();
        connection.setAutoCommit(true);
        statement.execute("pragma wal_checkpoint(truncate)");
    }
}

void main(String[] arguments) throws Exception {
    switch (arguments[0]) {
        case "folder" -> folder(Path.of(arguments[1]), Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]));
        case "posts" -> posts(Path.of(arguments[1]), Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]), arguments[4].equals("nested"));
        case "topics" -> topics(Path.of(arguments[1]), Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]));
        case "publisher" -> publisher(Path.of(arguments[1]), Integer.parseInt(arguments[2]));
        case "spare" -> spare(Path.of(arguments[1]), Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]));
        case "multiply" -> multiply(arguments[1], Integer.parseInt(arguments[2]));
        default -> throw new IllegalArgumentException("folder, topics, posts, publisher, spare or multiply?");
    }
}
