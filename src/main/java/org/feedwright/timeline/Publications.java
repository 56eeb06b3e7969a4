package org.feedwright.timeline;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import org.feedwright.article.ArticleEvent;
import org.feedwright.store.TransactionScoped;
import org.feedwright.store.TransactionScopedList;

/** What this process has published since the start. */
public final class Publications {
    private final Map<Kind, LongAdder> counts = new EnumMap<>(Kind.class);

    /** What can happen to an article. One that is scheduled is not counted again when its time comes. */
    public enum Kind {
        PUBLISHED,
        REVISED,
        WITHDRAWN,
        SCHEDULED;

        static Kind of(ArticleEvent event) {
            return switch (event) {
                case ArticleEvent.ArticlePublished _ -> PUBLISHED;
                case ArticleEvent.ArticleRevised _ -> REVISED;
                case ArticleEvent.ArticleWithdrawn _ -> WITHDRAWN;
                case ArticleEvent.ArticleScheduled _ -> SCHEDULED;
            };
        }
    }

    Publications() {
        for (var kind : Kind.values()) {
            counts.put(kind, new LongAdder());
        }
    }

    /** Notes what has happened to an article in the current transaction. It is counted after the commit. */
    void note(ArticleEvent event) {
        TransactionScoped.of(this, Happened.class, Happened::new).add(Kind.of(event));
    }

    public long count(Kind kind) {
        return adder(kind).sum();
    }

    private LongAdder adder(Kind kind) {
        return Objects.requireNonNull(counts.get(kind));
    }

    private final class Happened extends TransactionScopedList<Kind> {
        Happened() {
            super(Publications.this);
        }

        @Override
        public void afterCommit() {
            happened().forEach(kind -> adder(kind).increment());
        }
    }
}
