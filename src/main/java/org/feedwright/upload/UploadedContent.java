package org.feedwright.upload;

import java.io.InputStream;
import org.springframework.core.io.AbstractResource;

/** The content of an uploaded file, which can be opened again and again. */
final class UploadedContent extends AbstractResource {
    private final JdbcUploads store;
    private final UploadedFile file;

    UploadedContent(JdbcUploads store, UploadedFile file) {
        this.store = store;
        this.file = file;
    }

    @Override
    public InputStream getInputStream() {
        return new UploadedBytes(store, file.id(), file.length());
    }

    @Override
    public long contentLength() {
        return file.length();
    }

    @Override
    public String getFilename() {
        return UploadName.last(file.name());
    }

    @Override
    public String getDescription() {
        return "the uploaded file " + file.path();
    }
}
