package org.feedwright.poll;

import java.util.Map;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** Keeps what polls do without from being there before it is asked for, at the readers' port and at the operator's. */
@ManagementContextConfiguration(proxyBeanMethods = false)
class LateServlets {
    @Bean
    static BeanPostProcessor whatComesLate() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof ResourceUrlProvider unused) {
                    unused.setHandlerMap(Map.of()); // else it has all that answers requests made, to look through it
                }
                return bean instanceof DispatcherServlet servlet ? LateDispatcher.insteadOf(servlet) : bean;
            }
        };
    }
}
