package org.feedwright;

import java.nio.file.Path;
import java.util.random.RandomGenerator.SplittableGenerator;
import org.feedwright.testing.KilledNodes;
import org.feedwright.testing.Postgres;
import org.feedwright.testing.Seeded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Of two nodes on one PostgreSQL one after the other is killed; benchmarks/nodes.sh does so a hundred times. */
@ExtendWith(Seeded.class)
class KilledNodesTest {
    private static final int KILLS = 4;

    @Test
    void loseNothingPublishNothingTwiceAndServeEqualBytes(@TempDir Path directory, SplittableGenerator random)
            throws Exception {
        try (var nodes = new KilledNodes(directory, Postgres.freshDatabase(), random)) {
            System.out.println(nodes.run(KILLS));
        }
    }
}
