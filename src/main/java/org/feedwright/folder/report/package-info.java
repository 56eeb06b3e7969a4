/** What the node that looks after the folder has found there, kept in the store so that every node can say it. */
@NamedInterface("report")
@NullMarked
package org.feedwright.folder.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
