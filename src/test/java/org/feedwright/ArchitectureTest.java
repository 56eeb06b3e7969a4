package org.feedwright;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import org.feedwright.article.ArticleStore;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

@AnalyzeClasses(
        packages = "org.feedwright",
        importOptions = {DoNotIncludeTests.class, ArchitectureTest.OnlyWhatIsWritten.class})
class ArchitectureTest {
    /** An earlier packaging leaves generated classes behind. */
    static final class OnlyWhatIsWritten implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("__") && !location.contains("$$");
        }
    }

    @ArchTest
    static final ArchRule packagesDependOnEarlierStagesOnly = slices().matching("org.feedwright.(**)")
            .should()
            .beFreeOfCycles()
            .because("the way of the data can be read from the list of packages only as long as it has one direction");

    @ArchTest
    static final ArchRule theGroundKnowsNobody = noClasses()
            .that()
            .resideInAnyPackage("..text..", "..http..", "..store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..article..",
                    "..feed..",
                    "..timeline..",
                    "..entry..",
                    "..search..",
                    "..document..",
                    "..edition..",
                    "..authoring..",
                    "..folder..",
                    "..imports..",
                    "..poll..",
                    "..page..",
                    "..media..",
                    "..operate..",
                    "..export..",
                    "..backup..",
                    "..webhook..",
                    "..git..")
            .because("what everybody stands on cannot stand on somebody");

    @ArchTest
    static final ArchRule nothingStandsOnJettysInternals = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.eclipse.jetty..internal..")
            .because("a class of ours in place of Jetty's connection was faster on one benchmark, hid polls from the"
                    + " access log, and would have broken with Jetty's next release");

    @ArchTest
    static final ArchRule answersAreSentInOnePlace = noClasses()
            .that()
            .resideOutsideOfPackage("..http..")
            .and(DescribedPredicate.not(insideOf("OneAddress"))) // which only looks at an answer
            .and(DescribedPredicate.not(insideOf("OtherAddressFilter"))) // likewise
            .should()
            .callMethodWhere(statesAStatus())
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.springframework.http.ResponseEntity")
            .because("answers that were written in many places had three kinds of problem documents, three readings of"
                    + " If-None-Match and two of If-Match, and lacked nosniff where somebody had forgotten it"
                    + " (http.AnswerWriter)");

    @ArchTest
    static final ArchRule publishingIsTheOneDoor = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.feedwright.timeline.Publishing")
            .and()
            .doNotImplement(ArticleStore.class)
            .should()
            .callMethodWhere(target(nameMatching("publish|publishAll|revise|withdraw"))
                    .and(target(owner(assignableTo(ArticleStore.class)))))
            .because("an article that was written past the door had no place in any feed, and nobody found it");

    @ArchTest
    static final ArchRule noSettingDecidesWhichBeansThereAre = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.boot.autoconfigure.condition..")
            .because(
                    "the build writes down which beans there are, and so a setting that was given at a start had no effect");

    @ArchTest
    static final ArchRule eventsAreToldAfterTheCommit = noClasses()
            .that()
            .doNotHaveSimpleName("FeedChanges")
            .should()
            .dependOnClassesThat()
            .haveSimpleName("ApplicationEventPublisher")
            .because("who listened to an event within a transaction could not be found by reading,"
                    + " and who failed to listen undid what was stored");

    @ArchTest
    static final ArchRule otherServersAreAskedInOnePlace = noClasses()
            .that()
            .resideOutsideOfPackages("..imports.network..", "..training..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net.http..")
            .because("an address that somebody else wrote may be this machine's own, and only imports.network judges"
                    + " where it leads");

    @ArchTest
    static final ArchRule othersAreToldInOnePlace = noClasses()
            .that()
            .resideOutsideOfPackage("..webhook..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.eclipse.jetty.client..", "com.github.kagkarlsson..")
            .because(
                    "what is sent past the deliveries in the store is lost with the process, and only webhook judges where"
                            + " it goes");

    @ArchTest
    static final ArchRule importsWriteFilesAndNothingElse = noClasses()
            .that()
            .resideInAPackage("..imports..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..folder..", "..timeline..", "..store..", "..edition..", "..poll..", "..page..")
            .because("what an import stored by itself would not be in the files that a person reads and edits");

    @ArchTest
    static final ArchRule romeStaysInDocument = noClasses()
            .that()
            .resideOutsideOfPackage("..document..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.rometools..", "org.jdom2..")
            .because("ROME's model of a feed once lost all authors but the first wherever it was passed on");

    @ArchTest
    static final ArchRule databaseIsSpokenToInOnePlace = noClasses()
            .that()
            .haveSimpleNameNotStartingWith("Jdbc")
            .and(DescribedPredicate.not(insideOf("Storage")))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..")
            .because("a statement that only one of SQLite and PostgreSQL understands hides outside the classes"
                    + " whose tests run on both");

    @ArchTest
    static final ArchRule renderingAndAnsweringNeedNoDatabase = noClasses()
            .that()
            .resideInAnyPackage("..document..", "..edition..", "..poll..", "..page..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..")
            .because("a poll that waits for a connection is as slow as the slowest writer");

    @ArchTest
    static final ArchRule whatIsPublishedDoesNotKnowWhoAsks = noClasses()
            .that()
            .resideInAnyPackage("..article..", "..feed..", "..timeline..", "..entry..", "..search..", "..document..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework.web..",
                    "org.springframework.http..",
                    "jakarta.servlet..",
                    "org.eclipse.jetty..")
            .because("a document that depends on the request has another ETag on another node");

    @ArchTest
    static final ArchRule timeHasOneDoor = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(Feedwright.class.getName())
            .should()
            .callMethodWhere(readsTheClock())
            .because("a document stamped with the time of its rendering has a new ETag at every restart,"
                    + " and a schedule that reads the clock by itself cannot be tested");

    @ArchTest
    static final ArchRule namesSayWhatAThingIs = classes()
            .should()
            .haveNameNotMatching(".*(Manager|Helper|Utils?|Impl|Service)")
            .because("a class that is named after nothing gathers everything");

    private static DescribedPredicate<JavaClass> insideOf(String simpleName) {
        return DescribedPredicate.describe(
                "inside of " + simpleName, type -> type.getName().matches(".*\\." + simpleName + "(\\$.*)?"));
    }

    private static DescribedPredicate<JavaMethodCall> statesAStatus() {
        return target(nameMatching("setStatus|sendError|sendRedirect"))
                .and(target(owner(assignableTo("jakarta.servlet.http.HttpServletResponse")
                        .or(assignableTo("org.eclipse.jetty.server.Response")))))
                .forSubtype();
    }

    private static DescribedPredicate<JavaMethodCall> readsTheClock() {
        var now = target(nameMatching("now"))
                .and(target(owner(belongToAnyOf(
                        Instant.class,
                        LocalDate.class,
                        LocalDateTime.class,
                        OffsetDateTime.class,
                        ZonedDateTime.class))));
        var system =
                target(nameMatching("system.*")).and(target(owner(belongToAnyOf(Clock.class, InstantSource.class))));
        var millis = target(nameMatching("currentTimeMillis"));
        return now.or(system).or(millis).forSubtype();
    }

    @ArchTest
    static final ArchRule transactionsAreBegunWhereTheyCanBeSeen = noMethods()
            .should()
            .beAnnotatedWith("org.springframework.transaction.annotation.Transactional")
            .because("nothing listens to the annotation: what has it would run without a transaction,"
                    + " and nobody would notice (store.Transactions)");

    @ArchTest
    static final ArchRule transactionsHaveOneDoor = noClasses()
            .that()
            .doNotHaveSimpleName("Transactions")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.springframework.transaction.support.TransactionTemplate")
            .because("a template of one's own has settings of its own: one that lacks the isolation reads two states"
                    + " of the store in one transaction, and only on PostgreSQL (store.Transactions)");

    @ArchTest
    static final ArchRule settingsAreRegisteredOneByOne = noClasses()
            .should()
            .beAnnotatedWith(registersSeveral())
            .because(
                    "Spring Boot registers several in the order of a hash, so that the generated code of beans, and with"
                            + " it the jar, is not the same when it is built again");

    private static DescribedPredicate<JavaAnnotation<?>> registersSeveral() {
        return DescribedPredicate.describe(
                "@EnableConfigurationProperties for several classes",
                annotation -> annotation.getRawType().isEquivalentTo(EnableConfigurationProperties.class)
                        && ((Object[]) annotation.get("value").orElseThrow()).length > 1);
    }
}
