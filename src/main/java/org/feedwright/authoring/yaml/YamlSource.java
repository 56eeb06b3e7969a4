package org.feedwright.authoring.yaml;

import java.util.List;
import org.feedwright.authoring.problem.Problems;
import org.feedwright.text.XmlText;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * The text that a mapping was read from.
 *
 * @param lines of YAML, in which comments are looked for; none of another notation
 * @param firstLine the line of the file in which the text begins, from 1
 */
record YamlSource(List<String> lines, int firstLine, Notation notation, Problems problems) {
    int line(Node node) {
        return firstLine + YamlNodes.line(node);
    }

    void warnOfComment(Node node) {
        YamlNodes.comment(node, lines).ifPresent(comment -> {
            String text = (((ScalarNode) node).getValue() + " " + comment).strip();
            problems.warn(
                    line(node),
                    "YAML takes '" + shortened(comment) + "' for a comment, and it is not read",
                    "if it belongs to the text, put quotes around both: " + YamlFault.quoted(shortened(text)));
        });
    }

    /** What is written as an escape is seen only here. */
    void warnOfIllegal(Node node) {
        if (node instanceof ScalarNode scalar) {
            int at = XmlText.firstIllegal(scalar.getValue());
            if (at >= 0) {
                problems.warnOfIllegal(line(node), scalar.getValue().codePointAt(at));
            }
        }
    }

    static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
