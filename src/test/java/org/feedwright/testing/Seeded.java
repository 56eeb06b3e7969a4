package org.feedwright.testing;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;
import java.util.random.RandomGenerator.SplittableGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * Gives random tests their {@link RandomGenerator}, a parameter of the test or of the constructor. Each run has a seed
 * of its own, which the failure names; {@code -Dseed=…} repeats it, for one test as for all.
 */
public final class Seeded implements ParameterResolver, TestExecutionExceptionHandler {
    private static final long SEED = Long.getLong("seed", new SecureRandom().nextLong());

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType().isAssignableFrom(SplittableGenerator.class)
                && RandomGenerator.class.isAssignableFrom(
                        parameter.getParameter().getType());
    }

    /** Each test has numbers of its own, each repetition and each set of parameters too. */
    @Override
    public SplittableGenerator resolveParameter(ParameterContext parameter, ExtensionContext context) {
        long own = SEED ^ context.getUniqueId().hashCode();
        return (SplittableGenerator)
                RandomGeneratorFactory.of("L64X128MixRandom").create(own);
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) {
        throw new AssertionError("With -Dseed=" + SEED + ": " + failure.getMessage(), failure);
    }
}
