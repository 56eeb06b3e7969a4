package org.feedwright.store.nodes;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The block {@code feedwright.node}.
 *
 * @param name by which an operator knows this node among others; null for the machine's name
 */
@ConfigurationProperties("feedwright.node")
record NodeSettings(@Nullable String name) {}
