package org.feedwright.authoring.body;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;
import org.feedwright.authoring.problem.Note;

/** Tells of cells that stand behind the last column of a table: they are not shown, here as on GitHub. */
final class TableCells {
    private static final int MOST_NOTES = 3;
    private static final Pattern BAR = Pattern.compile("(?<!\\\\)\\|");

    private TableCells() {}

    static void noteLost(Node document, String source, Consumer<Note> notes) {
        if (source.indexOf('|') < 0) {
            return;
        }
        var rows = new ArrayList<TableRow>();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(CustomNode node) {
                if (node instanceof TableRow row && row.getParent() instanceof TableBody) {
                    rows.add(row);
                }
                super.visit(node);
            }
        });
        List<String> lines = rows.isEmpty() ? List.of() : source.lines().toList();
        rows.stream()
                .flatMap(row -> note(row, written(row, lines)).stream())
                .limit(MOST_NOTES)
                .forEach(notes);
    }

    private static Optional<Note> note(TableRow row, String written) {
        String lost = lost(row, written);
        return lost.isEmpty()
                ? Optional.empty()
                : Optional.of(new Note(
                        "a row has more cells than its table's head, and '" + lost + "' was left out",
                        "give the head as many cells; write \\| for a bar within a cell, also in code",
                        written));
    }

    /** The row without what stands before it in its line, such as the sign of a quotation. */
    private static String written(TableRow row, List<String> lines) {
        var span = row.getSourceSpans().getLast();
        return lines.get(span.getLineIndex()).substring(span.getColumnIndex()).strip();
    }

    private static String lost(TableRow row, String written) {
        int shown = 0;
        for (var cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            shown++;
        }
        return BAR.splitAsStream(written.startsWith("|") ? written.substring(1) : written)
                .skip(shown)
                .map(String::strip)
                .filter(cell -> !cell.isEmpty())
                .collect(Collectors.joining(" | "));
    }
}
