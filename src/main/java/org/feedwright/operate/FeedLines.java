package org.feedwright.operate;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.feedwright.article.FeedName;
import org.feedwright.feed.Feed;
import org.feedwright.feed.FeedListing;
import org.feedwright.feed.Feeds;
import org.feedwright.operate.OperatorView.FeedLine;
import org.feedwright.operate.OperatorView.FeedList;
import org.feedwright.operate.Words.Time;
import org.feedwright.poll.PollDay;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** The feeds as the operator sees them: those with the newest articles first, then what else was polled. */
@Component
final class FeedLines {
    private static final Logger log = LoggerFactory.getLogger(FeedLines.class);
    private static final int MOST = 50;

    private final Feeds feeds;

    FeedLines(Feeds feeds) {
        this.feeds = feeds;
    }

    /**
     * @param number which part, from 1
     * @param isThere whether the store answers
     */
    FeedList of(int number, List<PollDay> days, boolean isThere) {
        if (!isThere) {
            return unknown(days);
        }
        try {
            return of(feeds.newest(MOST + 1, (number - 1) * MOST), number, days);
        } catch (DataAccessException e) {
            log.debug("The store does not tell of the feeds", e); // health says why
            return unknown(days);
        }
    }

    private FeedList of(List<FeedListing> listings, int number, List<PollDay> days) {
        var byName = days.stream().collect(Collectors.toMap(PollDay::feed, Function.identity()));
        var shown = listings.stream().limit(MOST).map(listing -> line(listing, byName));
        boolean hasNext = listings.size() > MOST;
        boolean isBehindTheLast = number > 1 && listings.isEmpty();
        var others = hasNext || isBehindTheLast ? Stream.<FeedLine>empty() : others(days);
        return new FeedList(Stream.concat(shown, others).toList(), true, number, hasNext);
    }

    /** The feed of all articles, feeds that have ended, and names that are none. */
    private Stream<FeedLine> others(List<PollDay> days) {
        var listed = feeds.all().stream()
                .map(Feed::name)
                .filter(name -> !name.equals(Feed.ALL))
                .map(FeedName::value)
                .collect(Collectors.toSet());
        return days.stream().filter(day -> !listed.contains(day.feed())).map(FeedLines::line);
    }

    private static FeedList unknown(List<PollDay> days) {
        return new FeedList(days.stream().map(FeedLines::line).toList(), false, 1, false);
    }

    private FeedLine line(FeedListing listing, Map<String, PollDay> days) {
        var name = listing.feed().name();
        var day = days.get(name.value());
        return new FeedLine(
                name.value(),
                listing.feed().definition().title(),
                feeds.addresses().feed(name),
                Words.number(listing.articles()),
                listing.newest() == null ? null : Time.day(listing.newest()),
                Plot.of(day == null ? List.of() : List.of(day)));
    }

    private static FeedLine line(PollDay day) {
        return new FeedLine(day.feed(), day.feed(), null, null, null, Plot.of(List.of(day)));
    }
}
