package org.feedwright.article;

import java.time.Instant;
import java.util.List;
import org.feedwright.testing.Manuscripts;
import org.jspecify.annotations.Nullable;

/** Manuscripts of articles that are corrected or withdrawn. */
final class Amended {
    private Amended() {}

    static Manuscript corrected(Manuscripts manuscripts, Correction... corrections) {
        var plain = manuscripts.done();
        return with(plain, plain.text().corrected(List.of(corrections)), null);
    }

    static Manuscript withdrawn(Manuscripts manuscripts, String reason, @Nullable String date) {
        var plain = manuscripts.done();
        return with(plain, plain.text(), new Withdrawal(reason, date == null ? null : Instant.parse(date)));
    }

    private static Manuscript with(Manuscript plain, ArticleText text, @Nullable Withdrawal withdrawal) {
        return new Manuscript(
                plain.feed(),
                plain.slug(),
                plain.statedId(),
                plain.authority(),
                plain.published(),
                plain.statedUpdated(),
                plain.draft(),
                text,
                withdrawal,
                plain.id());
    }
}
