package org.feedwright.store;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Reports a refused store to the operator in two sentences, instead of a stack trace. */
class StoreRefusedAnalyzer extends AbstractFailureAnalyzer<StoreRefused> {
    @Override
    protected FailureAnalysis analyze(Throwable failure, StoreRefused refused) {
        return new FailureAnalysis(refused.getMessage() + ".", "Please " + refused.remedy() + ".", refused);
    }
}
