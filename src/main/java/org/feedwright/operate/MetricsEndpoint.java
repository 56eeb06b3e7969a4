package org.feedwright.operate;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.ConditionalOnEnabledMetricsExport;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.prometheus.PrometheusOutputFormat;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.prometheus.PrometheusScrapeEndpoint;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Spring Boot's {@code /actuator/prometheus}. It and the meters are made when somebody reads them first, so that no
 * start waits for them; and what has come since the last time gets a meter then.
 */
@Lazy
@Component
@WebEndpoint(id = "prometheus")
@ConditionalOnEnabledMetricsExport("prometheus")
class MetricsEndpoint extends PrometheusScrapeEndpoint {
    private final ObjectProvider<PrometheusMeterRegistry> meters;
    private final PollMeters polls;

    MetricsEndpoint(
            PrometheusRegistry registry,
            PrometheusConfig config,
            ObjectProvider<PrometheusMeterRegistry> meters,
            PollMeters polls) {
        super(registry, config.prometheusProperties());
        this.meters = meters;
        this.polls = polls;
    }

    @Override
    @ReadOperation(producesFrom = PrometheusOutputFormat.class)
    public WebEndpointResponse<byte[]> scrape(PrometheusOutputFormat format, @Nullable Set<String> includedNames) {
        polls.bindNew(meters.getObject());
        return super.scrape(format, includedNames);
    }
}
