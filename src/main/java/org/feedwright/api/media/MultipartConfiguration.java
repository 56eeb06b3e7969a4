package org.feedwright.api.media;

import jakarta.servlet.MultipartConfigElement;
import org.feedwright.upload.UploadSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Bounds requests that bring files in parts (RFC 7578). They are read only where a controller asks for their parts. */
@Configuration(proxyBeanMethods = false)
class MultipartConfiguration {
    private static final int IN_MEMORY = 100_000; // bytes

    @Bean
    MultipartConfigElement multipart(UploadSettings settings) {
        return new MultipartConfigElement(
                "", -1, SentFiles.most(settings.maxFileSize().toBytes()), IN_MEMORY);
    }
}
