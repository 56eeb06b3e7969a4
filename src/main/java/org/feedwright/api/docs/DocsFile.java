package org.feedwright.api.docs;

import java.io.IOException;
import java.util.Properties;
import org.springframework.core.io.ClassPathResource;

/** A file of the description or of its page, as it lies in the program. It is read when somebody asks for it. */
record DocsFile(String name) {
    static final DocsFile PAGE = new DocsFile("page.html");

    private static final String VIEWER = "swagger-ui";

    byte[] content() throws IOException {
        return new ClassPathResource(name.startsWith(VIEWER) ? viewer() + name : "docs/" + name)
                .getContentAsByteArray();
    }

    /** Where the viewer's files are, which its version is a part of. */
    private static String viewer() throws IOException {
        var about = new Properties();
        try (var input =
                new ClassPathResource("META-INF/maven/org.webjars/swagger-ui/pom.properties").getInputStream()) {
            about.load(input);
        }
        return "META-INF/resources/webjars/swagger-ui/" + about.getProperty("version") + "/";
    }

    String type() {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "html" -> "text/html;charset=UTF-8";
            case "css" -> "text/css;charset=UTF-8";
            case "js" -> "text/javascript;charset=UTF-8";
            default -> "application/yaml"; // RFC 9512
        };
    }
}
