package org.feedwright.operate;

import java.util.Map;
import org.feedwright.http.NoMessages;
import org.springframework.boot.actuate.autoconfigure.web.server.ConditionalOnManagementPort;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/**
 * Puts the page on the management port, where it has a port of its own. Spring Boot finds it by {@code META-INF/spring};
 * it is no {@code @Configuration}, which would put it among the public pages.
 */
@ConditionalOnManagementPort(ManagementPortType.DIFFERENT)
class OperatorContext {
    /** The management port's own, for Spring makes one for each port. */
    @Bean
    MessageSource messageSource() {
        return new NoMessages();
    }

    @Bean
    HandlerMapping operatorPages(OperatorPage page, OperatorAssets assets) {
        return new SimpleUrlHandlerMapping(Map.of("/", page, OperatorAssets.ROOT + "*", assets), 0);
    }
}
