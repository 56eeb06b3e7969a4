package org.feedwright.authoring;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.feedwright.article.Correction;
import org.feedwright.article.Withdrawal;

/** What front matter says of an article's faults: its corrections, and that it is taken back. */
final class Corrected {
    private static final String CORRECTION = "write 'correction: What was wrong.', or {date: …, text: …}";
    private static final String WITHDRAWN =
            "write the reason, such as 'withdrawn: It was about another company.', or 'withdrawn: true' for none";

    private Corrected() {}

    /** The corrections, in the order in which they stand. */
    static List<Correction> corrections(Yaml yaml, ZoneId zone) {
        return yaml.mappings("correction", "text").stream()
                .<Correction>mapMulti((correction, sink) -> {
                    correction.refuseUnknown(new TreeSet<>(Set.of("date", "text")));
                    var date = date(correction, zone);
                    var prose = Markdown.prose(correction.text("text").orElse(""));
                    if (prose.isEmpty()) {
                        yaml.problem("correction", "a correction has no text", CORRECTION);
                    } else {
                        sink.accept(new Correction(prose, date.orElse(null)));
                    }
                })
                .toList();
    }

    /** That the article is taken back; nothing if it is not, or a problem was added. */
    static Optional<Withdrawal> withdrawal(Yaml yaml, ZoneId zone) {
        if (yaml.isBlank("withdrawn")) {
            yaml.problem("withdrawn", "'withdrawn' says nothing", WITHDRAWN);
            return Optional.empty();
        }
        var withdrawals = yaml.mappings("withdrawn", "reason");
        if (withdrawals.size() > 1) {
            yaml.problem("withdrawn", "an article is withdrawn once", "keep one reason");
        }
        return withdrawals.stream().findFirst().flatMap(withdrawal -> read(withdrawal, zone));
    }

    private static Optional<Withdrawal> read(Yaml withdrawal, ZoneId zone) {
        withdrawal.refuseUnknown(new TreeSet<>(Set.of("date", "reason")));
        var date = date(withdrawal, zone).orElse((Instant) null);
        String reason = withdrawal.text("reason").map(String::strip).orElse("true");
        return switch (reason) {
            case "true", "yes", "on" -> Optional.of(new Withdrawal(null, date));
            case "false", "no", "off" -> Optional.empty();
            default -> Optional.of(new Withdrawal(reason, date));
        };
    }

    private static Optional<Instant> date(Yaml yaml, ZoneId zone) {
        return yaml.value("date", date -> Dates.read(date, zone).toInstant(), Dates.FORMS);
    }
}
