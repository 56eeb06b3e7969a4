package org.feedwright.imports;

import java.util.Map;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Writes YAML as a person would: one key a line, plain texts without quotes, lists item by item. */
final class YamlText {
    private static final int NEVER_FOLDED = 1_000_000; // characters

    private YamlText() {}

    /** The lines of a mapping, whose values are texts, numbers, booleans, and lists and mappings of them. */
    static String of(Map<String, Object> values) {
        var settings = DumpSettings.builder()
                .setSchema(new CoreSchema()) // in which '~' and 'Null' are nothing, as to whoever reads it
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setIndent(2)
                .setWidth(NEVER_FOLDED)
                .setSplitLines(false)
                .setDereferenceAliases(true)
                .build();
        return new Dump(settings).dumpToString(values);
    }
}
