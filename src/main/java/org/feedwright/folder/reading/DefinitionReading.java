package org.feedwright.folder.reading;

import org.feedwright.authoring.problem.Problems;
import org.feedwright.feed.FeedDefinition;

/**
 * A feed's definition as its {@code feed.yaml} states it.
 *
 * @param definition to be used only if there is no problem
 */
public record DefinitionReading(FeedDefinition definition, Problems problems) {}
