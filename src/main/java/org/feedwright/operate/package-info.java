/**
 * What whoever runs the service sees of it, on the management port: metrics, and a page.
 *
 * <p>It only looks. What is counted is counted where it happens, in words of that package; here it becomes Micrometer's
 * meters and lines of a page. A package that wants a line of its own on the page declares an
 * {@link org.springframework.boot.actuate.info.InfoContributor}.
 */
@NullMarked
package org.feedwright.operate;

import org.jspecify.annotations.NullMarked;
