package org.feedwright.page;

import java.time.Duration;
import java.util.Map;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ContentVersionStrategy;
import org.springframework.web.servlet.resource.HttpResource;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/**
 * The stylesheet and the icon. A hash of the content is part of the address, so a browser keeps them for a
 * year and still sees a new version at once.
 */
@Configuration(proxyBeanMethods = false)
class Assets implements WebMvcConfigurer {
    static final String ROOT = "/assets/";
    static final String DIRECTORY = "static/assets/";

    /** Every file, and its media type. */
    static final Map<String, String> FILES = Map.of("feedwright.css", "text/css", "feedwright.svg", "image/svg+xml");

    static final CacheControl CACHING =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private static final ContentVersionStrategy VERSIONS = new ContentVersionStrategy();

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler(ROOT + "**")
                .addResourceLocations("classpath:/" + DIRECTORY)
                .setCacheControl(CACHING)
                // A file's time says when the jar was built; the content's hash is the validator.
                .setUseLastModified(false)
                .setEtagGenerator(Assets::entityTag)
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addVersionStrategy(VERSIONS, "/**"));
    }

    /** What the resolver says that the resource's validator is; empty for none. */
    private static String entityTag(Resource resource) {
        String tag = resource instanceof HttpResource versioned
                ? versioned.getResponseHeaders().getETag()
                : null;
        return tag == null ? "" : tag;
    }

    /** The path under which a browser is told to ask for a file. It is known before the first request can come. */
    static String path(String file) {
        var content = new ClassPathResource(DIRECTORY + file);
        return ROOT + VERSIONS.addVersion(file, VERSIONS.getResourceVersion(content));
    }
}
