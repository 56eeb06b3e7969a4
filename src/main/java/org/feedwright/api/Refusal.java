package org.feedwright.api;

import java.util.List;
import org.feedwright.http.Answer.Field;

/** A request that is not done, and changes nothing: whoever throws it undoes the transaction that he is in. */
final class Refusal extends RuntimeException {
    private final int status;
    private final transient List<FieldNote> errors;
    private final transient List<FieldNote> warnings;
    private final transient List<Field> fields;

    private Refusal(int status, String detail, List<FieldNote> errors, List<FieldNote> warnings, List<Field> fields) {
        super(detail, null, false, false);
        this.status = status;
        this.errors = List.copyOf(errors);
        this.warnings = List.copyOf(warnings);
        this.fields = fields;
    }

    /** @param detail what is wrong and what to do, in sentences */
    Refusal(int status, String detail, List<FieldNote> errors, Field... fields) {
        this(status, detail, errors, List.of(), List.of(fields));
    }

    Refusal(int status, String detail, Field... fields) {
        this(status, detail, List.of(), fields);
    }

    /** The refusal of a part of the request. */
    static Refusal of(int status, String pointer, String wrong, String remedy) {
        return new Refusal(
                status, "The request cannot be taken as it is.", List.of(new FieldNote(pointer, null, wrong, remedy)));
    }

    /** The refusal of what was read, with what its author should know besides. */
    static Refusal ofContent(List<FieldNote> errors, List<FieldNote> warnings) {
        return new Refusal(422, "Nothing was published, because of what 'errors' says.", errors, warnings, List.of());
    }

    /** The refusal of a change that meets others again and again. */
    static Refusal ofOthers() {
        return new Refusal(
                409,
                "Others change the same at the same time. Get what is there, and try again.",
                new Field("Retry-After", "1"));
    }

    /** Whether the same request may be done later. */
    boolean isPassing() {
        return status >= 500 || fields.stream().anyMatch(field -> field.name().equals("Retry-After"));
    }

    int status() {
        return status;
    }

    String detail() {
        return String.valueOf(getMessage());
    }

    List<FieldNote> errors() {
        return errors;
    }

    List<FieldNote> warnings() {
        return warnings;
    }

    List<Field> fields() {
        return fields;
    }
}
