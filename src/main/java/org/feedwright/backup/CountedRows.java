package org.feedwright.backup;

import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Counts rows on their way. */
final class CountedRows implements RowSink {
    private final RowSink next;
    private final LongConsumer onRow;
    private long count;

    /** @param onRow is told the count after each row */
    CountedRows(RowSink next, LongConsumer onRow) {
        this.next = next;
        this.onRow = onRow;
    }

    long count() {
        return count;
    }

    @Override
    public void columns(List<String> names) {
        next.columns(names);
    }

    @Override
    public void row(@Nullable Object[] values) {
        next.row(values);
        onRow.accept(++count);
    }
}
