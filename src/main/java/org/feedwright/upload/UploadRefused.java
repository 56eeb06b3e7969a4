package org.feedwright.upload;

/** A file that is not taken; nothing of it is kept but what can still be resumed. */
public final class UploadRefused extends RuntimeException {
    /** What is wrong. */
    public enum Reason {
        /** No article could name it so. */
        NAME,
        /** It has no bytes. */
        EMPTY,
        /** It has more bytes than files may have. */
        TOO_LARGE,
        /** Too many uploads are under way. */
        TOO_MANY,
        /** The bytes do not go on where the others end. */
        OFFSET,
        /** It has not as many bytes as were announced. */
        LENGTH,
        /** It was given up, or is complete. */
        ENDED
    }

    private final Reason reason;
    private final long offset;

    UploadRefused(Reason reason, String message) {
        this(reason, message, 0);
    }

    private UploadRefused(Reason reason, String message, long offset) {
        super(message, null, false, false);
        this.reason = reason;
        this.offset = offset;
    }

    /**
     * A part that begins elsewhere than the last one ended.
     *
     * @param offset where the next bytes have to begin
     */
    public static UploadRefused offset(long offset) {
        return new UploadRefused(Reason.OFFSET, "The next bytes begin at " + offset + ". Go on from there.", offset);
    }

    static UploadRefused ended() {
        return new UploadRefused(Reason.ENDED, "This upload is complete, or was given up. Begin another one.");
    }

    static UploadRefused tooLarge(long most) {
        return new UploadRefused(
                Reason.TOO_LARGE,
                "The file has more than " + most + " bytes, which feedwright.uploads.max-file-size allows.");
    }

    public Reason reason() {
        return reason;
    }

    /** Where the next bytes have to begin; 0 where that is not what is wrong. */
    public long offset() {
        return offset;
    }

    /** What is wrong and what to do, in sentences. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
