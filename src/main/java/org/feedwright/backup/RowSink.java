package org.feedwright.backup;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the rows of one table. */
interface RowSink {
    /** Is called once, before the first row. */
    void columns(List<String> names);

    /**
     * Takes one row.
     *
     * @param values in the order of the columns: texts, whole numbers, other numbers, yes or no, bytes, or null
     */
    void row(@Nullable Object[] values);
}
