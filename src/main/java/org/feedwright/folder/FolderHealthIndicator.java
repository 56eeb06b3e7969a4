package org.feedwright.folder;

import java.util.List;
import org.feedwright.authoring.problem.Problem;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * The folder in the operator's health: the files that are held back, and those that are published with a warning.
 *
 * <p>It is up whatever they are: a node must not be taken away from readers for an author's mistake.
 */
@Component
class FolderHealthIndicator implements HealthIndicator {
    private static final int LISTED = 100;

    private final FolderReport folder;

    FolderHealthIndicator(FolderReport folder) {
        this.folder = folder;
    }

    @Override
    public Health health() {
        var problems = folder.problems();
        var warnings = folder.warnings();
        return Health.up()
                .withDetail("problems", problems.size())
                .withDetail("warnings", warnings.size())
                .withDetail("heldBack", listed(problems))
                .withDetail("warned", listed(warnings))
                .build();
    }

    private static List<String> listed(List<Problem> problems) {
        return problems.stream().limit(LISTED).map(Problem::toString).toList();
    }
}
