package org.feedwright.webhook;

import io.micrometer.core.instrument.binder.MeterBinder;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** What an operator sees of webhooks, where there are any. */
@Configuration(proxyBeanMethods = false)
class WebhookReports {
    @Bean
    @Lazy
    @Nullable
    HealthIndicator webhooksHealthIndicator(ObjectProvider<Webhooks> webhooks) {
        var known = webhooks.getIfAvailable();
        return known == null ? null : new WebhookHealthIndicator(known);
    }

    @Bean
    @Lazy
    @Nullable
    InfoContributor webhookLines(ObjectProvider<Webhooks> webhooks) {
        var known = webhooks.getIfAvailable();
        return known == null ? null : new WebhookLines(known);
    }

    @Bean
    @Lazy
    @Nullable
    MeterBinder webhookMeters(ObjectProvider<Webhooks> webhooks) {
        var known = webhooks.getIfAvailable();
        return known == null ? null : new WebhookMeters(known);
    }
}
