package org.feedwright;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** Tells the operator where an {@code application.yaml} cannot be read. */
class ConfigurationFileAnalyzer extends AbstractFailureAnalyzer<YAMLException> {
    @Override
    protected FailureAnalysis analyze(Throwable failure, YAMLException yaml) {
        return new FailureAnalysis(
                "The file application.yaml cannot be read" + described(yaml) + ".",
                "Please mend it there: write 'name: value', with spaces and no tabs at the beginning of a line.",
                yaml);
    }

    private static String described(YAMLException yaml) {
        if (!(yaml instanceof MarkedYAMLException marked) || marked.getProblemMark() == null) {
            return " (" + String.valueOf(yaml.getMessage()).lines().findFirst().orElse("") + ")";
        }
        return " in line " + (marked.getProblemMark().getLine() + 1) + ": "
                + marked.getProblem().strip();
    }
}
