package org.feedwright.backup;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * A table as text: a line for the names of the columns, then a line for each row. A line is a JSON array; bytes are an
 * object with one member, {@code base64}.
 */
final class TableText {
    private static final String BYTES = "base64";

    private static final JsonFactory LINES = JsonFactory.builder()
            .rootValueSeparator("\n")
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private TableText() {}

    /** Writes rows as text. The stream stays open. */
    static final class Writer implements RowSink, AutoCloseable {
        private final JsonGenerator json;

        Writer(OutputStream out) {
            this.json = LINES.createGenerator(ObjectWriteContext.empty(), out);
        }

        @Override
        public void columns(List<String> names) {
            line(names.toArray());
        }

        @Override
        public void row(@Nullable Object[] values) {
            line(values);
        }

        private void line(@Nullable Object[] values) {
            json.writeStartArray();
            for (Object value : values) {
                write(value);
            }
            json.writeEndArray();
        }

        private void write(@Nullable Object value) {
            switch (value) {
                case null -> json.writeNull();
                case String text -> json.writeString(text);
                case Long number -> json.writeNumber(number);
                case Integer number -> json.writeNumber(number);
                case Short number -> json.writeNumber(number);
                case Double number -> json.writeNumber(number);
                case Float number -> json.writeNumber(number.doubleValue());
                case Boolean yes -> json.writeBoolean(yes);
                case byte[] bytes -> {
                    json.writeStartObject();
                    json.writeBinaryProperty(BYTES, bytes);
                    json.writeEndObject();
                }
                default ->
                    throw new IllegalArgumentException("a backup cannot hold values of " + value.getClass()
                            + "; store texts, numbers or bytes, which are alike in SQLite and PostgreSQL");
            }
        }

        @Override
        public void close() {
            json.writeRaw('\n');
            json.close();
        }
    }

    /** Reads text, and hands its rows on. */
    static void read(InputStream in, RowSink sink) {
        try (var json = LINES.createParser(ObjectReadContext.empty(), in)) {
            var names = new ArrayList<String>();
            if (json.nextToken() == JsonToken.START_ARRAY) {
                values(json).forEach(name -> names.add(String.valueOf(name)));
            }
            sink.columns(names);
            while (json.nextToken() == JsonToken.START_ARRAY) {
                var values = values(json);
                if (values.size() != names.size()) {
                    throw new BackupRefused("A row has " + values.size() + " values and not " + names.size());
                }
                sink.row(values.toArray());
            }
        }
    }

    private static List<@Nullable Object> values(JsonParser json) {
        var values = new ArrayList<@Nullable Object>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            values.add(value(json));
        }
        return values;
    }

    private static @Nullable Object value(JsonParser json) {
        return switch (json.currentToken()) {
            case VALUE_NULL -> null;
            case VALUE_STRING -> json.getString();
            case VALUE_NUMBER_INT -> json.getLongValue();
            case VALUE_NUMBER_FLOAT -> json.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case START_OBJECT -> bytes(json);
            case null, default ->
                throw new BackupRefused("A row has a value that is neither text nor number nor bytes");
        };
    }

    private static byte[] bytes(JsonParser json) {
        json.nextToken();
        json.nextToken();
        byte[] bytes = json.getBinaryValue();
        json.nextToken();
        return bytes;
    }
}
