package org.feedwright.webhook;

import io.micrometer.core.instrument.binder.MeterBinder;
import org.jspecify.annotations.Nullable;
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
    HealthIndicator webhooksHealthIndicator(@Nullable Webhooks webhooks) {
        return webhooks == null ? null : new WebhookHealthIndicator(webhooks);
    }

    @Bean
    @Lazy
    @Nullable
    InfoContributor webhookLines(@Nullable Webhooks webhooks) {
        return webhooks == null ? null : new WebhookLines(webhooks);
    }

    @Bean
    @Lazy
    @Nullable
    MeterBinder webhookMeters(@Nullable Webhooks webhooks) {
        return webhooks == null ? null : new WebhookMeters(webhooks);
    }
}
