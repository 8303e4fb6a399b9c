package guidang;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** Holds the order of the rooms, and that a library lives in one room. */
class RoomsTest {
    /** From the top of the house down: a room imports only rooms before it. */
    private static final List<String> ROOMS = List.of("archive", "link", "reachability", "when", "reading", "change",
            "checkout",
            "query", "index", "answer", "subscription", "message", "picture", "feed", "store", "bot", "judged",
            "delivery", "telegram", "playground", "terminal", "operation", "cli");

    /** Library packages and the rooms that may import them. */
    private static final Map<String, List<String>> OWNERS = Map.ofEntries(
            Map.entry("org.commonmark", List.of("reading")),
            Map.entry("org.jsoup", List.of("reading")), Map.entry("org.eclipse.jgit", List.of("checkout")),
            Map.entry("com.fasterxml.jackson.dataformat", List.of("reading", "cli")),
            Map.entry("org.apache.lucene", List.of("index")), Map.entry("com.ibm.icu", List.of("index")),
            Map.entry("org.jdbi", List.of("store")), Map.entry("org.flywaydb", List.of("store")),
            Map.entry("org.sqlite", List.of("store")), Map.entry("java.sql", List.of("store")),
            Map.entry("io.github.bucket4j", List.of("delivery")), Map.entry("org.telegram", List.of("telegram")),
            Map.entry("okhttp3", List.of("telegram")),
            Map.entry("java.net.http", List.of("reachability", "playground")),
            Map.entry("com.sun.net.httpserver", List.of("operation", "telegram", "playground")),
            Map.entry("org.jline", List.of("terminal")),
            Map.entry("java.awt", List.of("picture", "playground")),
            Map.entry("javax.imageio", List.of("picture", "playground")),
            Map.entry("javax.xml", List.of("feed")), Map.entry("picocli", List.of("cli")),
            Map.entry("io.micrometer", List.of("operation")), Map.entry("io.prometheus", List.of("operation")));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("guidang");

    @TestFactory
    Stream<DynamicTest> a_room_imports_only_rooms_above_it() {
        return ROOMS.stream().map(room -> DynamicTest.dynamicTest(room, () -> {
            String[] below = ROOMS.subList(ROOMS.indexOf(room) + 1, ROOMS.size()).stream()
                    .map(name -> "guidang." + name + "..").toArray(String[]::new);
            if (below.length > 0) {
                noClasses().that().resideInAPackage("guidang." + room + "..").should().dependOnClassesThat()
                        .resideInAnyPackage(below).check(CLASSES);
            }
        }));
    }

    @Test
    void the_stand_in_for_telegram_knows_nothing_of_the_bot() {
        noClasses().that().resideInAPackage("guidang.playground..").should()
                .dependOnClassesThat(resideInAPackage("guidang.telegram..")).check(CLASSES);
    }

    @Test
    void every_class_but_main_stands_in_a_room() {
        classes().that().resideInAPackage("guidang").should().haveSimpleName("Main").check(CLASSES);
        classes().that().resideOutsideOfPackage("guidang").should().resideInAnyPackage(
                ROOMS.stream().map(name -> "guidang." + name + "..").toArray(String[]::new)).check(CLASSES);
    }

    @Test
    void rooms_form_no_cycle() {
        slices().matching("guidang.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @TestFactory
    Stream<DynamicTest> a_library_lives_in_its_rooms() {
        return OWNERS.entrySet().stream().map(owner -> DynamicTest.dynamicTest(owner.getKey(), () -> {
            String[] rooms = owner.getValue().stream().map(name -> "guidang." + name + "..").toArray(String[]::new);
            noClasses().that().resideOutsideOfPackages(rooms).should()
                    .dependOnClassesThat(resideInAPackage(owner.getKey() + "..")).check(CLASSES);
        }));
    }
}
