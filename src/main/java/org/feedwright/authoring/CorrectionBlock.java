package org.feedwright.authoring;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.feedwright.article.Correction;
import org.feedwright.article.Withdrawal;
import org.feedwright.authoring.body.Markdown;
import org.feedwright.authoring.html.PartIds;
import org.feedwright.authoring.problem.Refused;
import org.feedwright.authoring.value.Dates;
import org.feedwright.authoring.yaml.Yaml;

/** Reads an article's corrections, and its withdrawal, from front matter. */
final class CorrectionBlock {
    private static final String CORRECTION = "write 'correction: What was wrong.', or {date: …, text: …}";
    private static final String WITHDRAWN =
            "write the reason, such as 'withdrawn: It was about another company.', or 'withdrawn: true' for none";

    private CorrectionBlock() {}

    /**
     * The corrections, in the order in which they stand.
     *
     * @param latest when they can have been made at the latest
     */
    static List<Correction> corrections(Yaml yaml, ZoneId zone, Instant latest) {
        var number = new AtomicInteger();
        return yaml.mappings("correction", "text").stream()
                .<Correction>mapMulti((correction, sink) -> {
                    correction.refuseUnknown(new TreeSet<>(Set.of("date", "text")));
                    var date = date(correction, zone, latest);
                    var prose = Markdown.prose(
                            correction.text("text").orElse(""), PartIds.correction(number.incrementAndGet()));
                    if (prose.isEmpty()) {
                        yaml.problem("correction", "a correction has no text", CORRECTION);
                    } else {
                        sink.accept(new Correction(prose, date.orElse(null)));
                    }
                })
                .toList();
    }

    /**
     * That the article is taken back; nothing if it is not, or a problem was added.
     *
     * @param latest when it can have been taken back at the latest
     */
    static Optional<Withdrawal> withdrawal(Yaml yaml, ZoneId zone, Instant latest) {
        if (yaml.isBlank("withdrawn")) {
            yaml.problem("withdrawn", "'withdrawn' says nothing", WITHDRAWN);
            return Optional.empty();
        }
        var withdrawals = yaml.mappings("withdrawn", "reason");
        if (withdrawals.size() > 1) {
            yaml.problem("withdrawn", "an article is withdrawn once", "keep one reason");
        }
        return withdrawals.stream().findFirst().flatMap(withdrawal -> read(withdrawal, zone, latest));
    }

    private static Optional<Withdrawal> read(Yaml withdrawal, ZoneId zone, Instant latest) {
        withdrawal.refuseUnknown(new TreeSet<>(Set.of("date", "reason")));
        var date = date(withdrawal, zone, latest).orElse((Instant) null);
        String reason = withdrawal.text("reason").map(String::strip).orElse("true");
        return switch (reason.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on" -> Optional.of(new Withdrawal(null, date));
            case "false", "no", "off" -> Optional.empty();
            default -> Optional.of(new Withdrawal(reason, date));
        };
    }

    private static Optional<Instant> date(Yaml yaml, ZoneId zone, Instant latest) {
        return yaml.value("date", date -> before(Dates.read(date, zone).toInstant(), latest), Dates.FORMS);
    }

    private static Instant before(Instant date, Instant latest) {
        if (date.isAfter(latest)) {
            throw new Refused("which lies in the future", "write when it was, or leave the date out");
        }
        return date;
    }
}
