package org.feedwright.store;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells the operator of a store that was refused in two sentences, instead of the stack of whatever came upon it. */
class StoreRefusedAnalyzer extends AbstractFailureAnalyzer<StoreRefused> {
    @Override
    protected FailureAnalysis analyze(Throwable failure, StoreRefused refused) {
        return new FailureAnalysis(refused.getMessage() + ".", "Please " + refused.remedy() + ".", refused);
    }
}
