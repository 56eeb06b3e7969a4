package org.feedwright.command;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.feedwright.imports.feed.FeedImport;
import org.feedwright.imports.feed.FeedOptions;
import org.feedwright.imports.feed.FeedSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code import feed}: imports any feed. */
@Command(
        name = "feed",
        description = {
            "Imports a feed in Atom, RSS or JSON Feed: articles with the ids by which readers know them, dates, authors,"
                    + " categories, summaries, texts, lead images and enclosures. From an address, its older documents"
                    + " are read too, where it says where they are (RFC 5005, next_url, WordPress's ?paged=2).",
            "A feed that has summaries only gives summaries only, and the report says so."
        })
final class ImportFeedCommand extends ImportKind {
    @Parameters(
            paramLabel = "FEED",
            arity = "1..*",
            description = "the address of the feed, or a file that has it; of several, the newest first")
    private List<String> places = new ArrayList<>();

    @Mixin
    private ImportOptions options = new ImportOptions();

    @Option(
            names = "--move",
            description = "the pages move here with the feed: articles have no link elsewhere, and the paths of their"
                    + " old pages lead to them; else articles link to their pages where they are")
    private boolean isMove;

    @Option(names = "--emails", description = "take the e-mail addresses of authors; feeds show them to everyone")
    private boolean hasMail;

    @Option(
            names = "--paged",
            description = "ask for older documents at ?paged=2 and so on, as WordPress has them, even if the feed does"
                    + " not say that WordPress made it")
    private boolean isPaged;

    @Option(names = "--newest-only", description = "do not ask for older documents")
    private boolean isNewestOnly;

    @Override
    int run(CommandSpec spec, InstantSource clock) throws IOException {
        try (var downloads = options.downloads()) {
            var sources = places.stream()
                    .map(place -> new FeedSource(place, downloads))
                    .toList();
            var source = new FeedImport(sources, new FeedOptions(isMove, hasMail, isPaged, isNewestOnly));
            return options.run(source, spec, clock);
        }
    }
}
