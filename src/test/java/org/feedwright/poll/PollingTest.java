package org.feedwright.poll;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.feedwright.Feedwright;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** The whole application on a port of its own, with an empty SQLite and a clock that the test sets. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = Feedwright.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"management.server.port=0", "feedwright.base-url=https://feeds.example.org"})
@ContextConfiguration(initializers = FreshData.class)
@Import(PollingSetup.class)
@interface PollingTest {}
