package org.feedwright.access;

import java.time.InstantSource;
import org.feedwright.feed.Feeds;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the gate before the API. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccessSettings.class)
class AccessConfiguration {
    /** Before what looks at addresses by asking for them itself. */
    private static final int ORDER = -2;

    @Bean
    FilterRegistrationBean<Gate> gate(Tokens tokens, Feeds feeds, AccessSettings settings, InstantSource clock) {
        var origins = new Origins(settings.origins(), feeds.addresses().home());
        var gate =
                new FilterRegistrationBean<>(new Gate(tokens, origins, new FailedTries(settings.failedTries()), clock));
        gate.addUrlPatterns("/api/*");
        gate.setOrder(ORDER);
        return gate;
    }
}
