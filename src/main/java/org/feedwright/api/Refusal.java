package org.feedwright.api;

import java.util.List;
import java.util.stream.Stream;
import org.feedwright.http.Answer.Field;
import org.jspecify.annotations.Nullable;

/** A request that is not done, and changes nothing: whoever throws it undoes the transaction that he is in. */
public final class Refusal extends RuntimeException {
    private final int status;
    private final transient List<FieldNote> errors;
    private final transient List<Field> fields;

    /** @param detail what is wrong and what to do, in sentences */
    public Refusal(int status, String detail, List<FieldNote> errors, Field... fields) {
        super(detail, null, false, false);
        this.status = status;
        this.errors = List.copyOf(errors);
        this.fields = List.of(fields);
    }

    public Refusal(int status, String detail, Field... fields) {
        this(status, detail, List.of(), fields);
    }

    /** The refusal of a part of the request. */
    public static Refusal of(int status, String pointer, String wrong, String remedy) {
        return new Refusal(
                status, "The request cannot be taken as it is.", List.of(new FieldNote(pointer, null, wrong, remedy)));
    }

    /** The refusal of a change that meets others again and again. */
    static Refusal ofOthers() {
        return new Refusal(
                409,
                "Others change the same at the same time. Get what is there, and try again.",
                new Field("Retry-After", "1"));
    }

    /**
     * The refusal to change what the folder says.
     *
     * @param file that holds the article; null where that is not known
     */
    static Refusal ofTheFolder(@Nullable String file) {
        return new Refusal(
                409,
                "This article comes from the folder" + (file == null ? "" : ", from the file " + file)
                        + ". Change it there, or give yours another address.");
    }

    /** The same with a further header field. */
    Refusal with(Field field) {
        return new Refusal(
                status,
                detail(),
                errors,
                Stream.concat(fields.stream(), Stream.of(field)).toArray(Field[]::new));
    }

    /** Whether the same request may be done later. */
    boolean isPassing() {
        return status >= 500 || fields.stream().anyMatch(field -> field.name().equals("Retry-After"));
    }

    public int status() {
        return status;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    public List<FieldNote> errors() {
        return errors;
    }

    public List<Field> fields() {
        return fields;
    }
}
