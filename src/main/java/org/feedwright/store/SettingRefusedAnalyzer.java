package org.feedwright.store;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Reports a refused setting to the operator in two sentences, instead of a stack trace. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class SettingRefusedAnalyzer extends AbstractFailureAnalyzer<SettingRefused> {
    @Override
    protected FailureAnalysis analyze(Throwable failure, SettingRefused refused) {
        return new FailureAnalysis(refused.getMessage() + ".", "Please " + refused.remedy() + ".", refused);
    }
}
