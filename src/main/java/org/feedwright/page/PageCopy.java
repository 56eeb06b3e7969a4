package org.feedwright.page;

import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/**
 * A page as it is served to whoever asks for it.
 *
 * @param path its address, decoded, such as {@code /feeds/news}
 * @param number which further part of the page at that address it is; 1 for the page itself
 * @param status 200; 410 for what was taken back, 404 for what never was
 * @param fields what is said of it, but for its validators and its length
 * @param bytes not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares it, and a copy would cost its size
public record PageCopy(String path, int number, int status, Map<String, String> fields, byte[] bytes) {
    public PageCopy {
        fields = Map.copyOf(fields);
    }

    static PageCopy of(String path, ResponseEntity<byte[]> answer) {
        return of(path, 1, answer);
    }

    static PageCopy of(String path, int number, ResponseEntity<byte[]> answer) {
        var fields = new HttpHeaders(answer.getHeaders());
        fields.remove(HttpHeaders.ETAG);
        fields.remove(HttpHeaders.LAST_MODIFIED);
        byte[] bytes = answer.getBody();
        return new PageCopy(
                path,
                number,
                answer.getStatusCode().value(),
                fields.toSingleValueMap(),
                bytes == null ? new byte[0] : bytes);
    }
}
