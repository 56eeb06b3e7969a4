package org.feedwright.operate;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.feedwright.document.FeedFormat;
import org.feedwright.edition.Editions;
import org.feedwright.feed.Feeds;
import org.feedwright.folder.report.Backlog;
import org.feedwright.folder.report.FolderReport;
import org.feedwright.operate.OperatorView.Fact;
import org.feedwright.operate.OperatorView.Listed;
import org.feedwright.operate.Words.Time;
import org.feedwright.poll.PollCount;
import org.feedwright.poll.PollCounts;
import org.feedwright.store.StoreReport;
import org.feedwright.timeline.Publications;
import org.feedwright.timeline.Publishing;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.stereotype.Component;

/** Gathers what the operator's page shows. */
@Component
final class OperatorReport {
    private static final int NOT_MODIFIED = 304;

    private final Feeds feeds;
    private final FeedLines lines;
    private final PollCounts counts;
    private final Editions editions;
    private final Publishing publishing;
    private final FolderReport folder;
    private final Backlog backlog;
    private final StoreReport.Reporter store;
    private final NodeLines nodes;
    private final WellBeing wellBeing;
    private final ObjectProvider<InfoContributor> contributors;
    private final InstantSource clock;

    OperatorReport(
            Feeds feeds,
            FeedLines lines,
            PollCounts counts,
            Editions editions,
            Publishing publishing,
            FolderReport folder,
            Backlog backlog,
            StoreReport.Reporter store,
            NodeLines nodes,
            WellBeing wellBeing,
            ObjectProvider<InfoContributor> contributors,
            InstantSource clock) {
        this.feeds = feeds;
        this.lines = lines;
        this.counts = counts;
        this.editions = editions;
        this.publishing = publishing;
        this.folder = folder;
        this.backlog = backlog;
        this.store = store;
        this.nodes = nodes;
        this.wellBeing = wellBeing;
        this.contributors = contributors;
        this.clock = clock;
    }

    /** @param number which part of the feeds is shown, from 1 */
    OperatorView view(int number) {
        var days = counts.lastDay();
        var stored = store.report();
        return new OperatorView(
                feeds.addresses().home(),
                Time.of(clock.instant()),
                wellBeing.troubles(),
                Plot.of(days),
                polls(),
                lines.of(number, days, stored.answer() != null),
                Listed.of(folder.problems()),
                Listed.of(folder.warnings()),
                store(stored),
                work(stored),
                nodes.lines(stored.answer() != null),
                versions(stored),
                notes());
    }

    private List<Fact> polls() {
        var all = List.copyOf(counts.all());
        long polls = all.stream().mapToLong(PollCount::polls).sum();
        long unchanged = all.stream()
                .filter(count -> count.kind().status() == NOT_MODIFIED)
                .mapToLong(PollCount::polls)
                .sum();
        return List.of(
                new Fact("Polls", Words.number(polls)),
                new Fact("Answered with 304", Words.share(unchanged, polls)),
                new Fact(
                        "Sent",
                        Words.bytes(all.stream().mapToLong(PollCount::sent).sum())),
                new Fact(
                        "Saved",
                        Words.bytes(all.stream().mapToLong(PollCount::saved).sum())));
    }

    private static List<Fact> store(StoreReport stored) {
        var answer = stored.answer();
        var place = new Fact("Where", stored.place());
        return answer == null
                ? List.of(new Fact("Answers", "no"), place)
                : List.of(
                        new Fact("Answers", "in " + Words.duration(answer.latency())),
                        new Fact("Kind", answer.product()),
                        new Fact("Size", Words.bytes(answer.bytes())),
                        place);
    }

    private List<Fact> work(StoreReport stored) {
        var publications = publishing.publications();
        var renderings = editions.renderings();
        long made = Stream.of(FeedFormat.values()).mapToLong(renderings::count).sum();
        return List.of(
                new Fact("Published", Words.number(publications.count(Publications.Kind.PUBLISHED))),
                new Fact("Revised", Words.number(publications.count(Publications.Kind.REVISED))),
                new Fact("Withdrawn", Words.number(publications.count(Publications.Kind.WITHDRAWN))),
                new Fact("Documents made", Words.number(made)),
                new Fact("Documents in memory", Words.bytes(editions.size())),
                new Fact(
                        "Waiting",
                        Words.counted(backlog.waiting(), "file") + ", "
                                + Words.counted(renderings.underWay(), "document") + ", "
                                + Words.counted(stored.waiting(), "writer")));
    }

    private static List<Fact> versions(StoreReport stored) {
        var versions = new ArrayList<>(
                List.of(new Fact("Feedwright", Versions.feedwright()), new Fact("Java", Versions.java())));
        var answer = stored.answer();
        if (answer != null) {
            versions.add(new Fact("Database", answer.product()));
            versions.add(new Fact("Schema", answer.schema()));
        }
        return versions;
    }

    /** What other packages have to say. */
    private List<Fact> notes() {
        var info = new Info.Builder();
        contributors.orderedStream().forEach(contributor -> contributor.contribute(info));
        return info.build().getDetails().entrySet().stream()
                .map(detail -> new Fact(detail.getKey(), Objects.toString(detail.getValue())))
                .toList();
    }
}
