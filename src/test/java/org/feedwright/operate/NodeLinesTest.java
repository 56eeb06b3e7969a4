package org.feedwright.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.feedwright.store.nodes.Nodes.Node;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;

class NodeLinesTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00.437Z");
    private static final String ALONE = "This node, since 2 March, 12:00 UTC; the store does not tell of others";

    @Test
    void sayWhoIsThereWhoLooksAfterTheFolderAndWhoIsNotHeardOf() {
        var seen = NOON.plusSeconds(120);
        var lines = new NodeLines(
                () -> List.of(
                        new Node("a", "1.0", NOON, seen, false, true, false),
                        new Node("b", "1.1", NOON, seen, false, false, true),
                        new Node("c", "1.0", NOON, seen, true, false, false)),
                () -> NOON);

        assertThat(lines.lines(true))
                .containsExactly(
                        "a, this node, version 1.0, since 2 March, 12:00 UTC",
                        "b, version 1.1, since 2 March, 12:00 UTC, looks after the folder",
                        "c, version 1.0, since 2 March, 12:00 UTC, not heard of since 2 March, 12:02 UTC");
        assertThat(lines.lines(false)).containsExactly(ALONE);
    }

    @Test
    void sayThatNothingIsKnownOfOthersWhereTheStoreFails() {
        var lines = new NodeLines(
                () -> {
                    throw new QueryTimeoutException("it does not answer");
                },
                () -> NOON);

        assertThat(lines.lines(true)).containsExactly(ALONE);
    }
}
