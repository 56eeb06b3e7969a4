package org.feedwright.access;

import java.time.InstantSource;
import org.feedwright.feed.Feeds;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts gates before the API and before Micropub, which count wrong tokens together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccessSettings.class)
class AccessConfiguration {
    /** Before what looks at addresses by asking for them itself. */
    private static final int ORDER = -2;

    @Bean
    FailedTries failedTries(AccessSettings settings) {
        return new FailedTries(settings.failedTries());
    }

    @Bean
    FilterRegistrationBean<Gate> gate(
            Tokens tokens, Feeds feeds, AccessSettings settings, FailedTries tries, InstantSource clock) {
        var origins = new Origins(settings.origins(), feeds.addresses().home());
        return before("/api/*", "gate", new Gate(tokens, origins, tries, GateForm.API, clock));
    }

    @Bean
    FilterRegistrationBean<Gate> micropubGate(
            Tokens tokens, Feeds feeds, AccessSettings settings, FailedTries tries, InstantSource clock) {
        var origins = new Origins(settings.origins(), feeds.addresses().home());
        return before("/micropub/*", "micropubGate", new Gate(tokens, origins, tries, GateForm.MICROPUB, clock));
    }

    private static FilterRegistrationBean<Gate> before(String addresses, String name, Gate filter) {
        var gate = new FilterRegistrationBean<>(filter);
        gate.setName(name);
        gate.addUrlPatterns(addresses);
        gate.setOrder(ORDER);
        return gate;
    }
}
