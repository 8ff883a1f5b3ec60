package org.faultline;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds the rooms and arrows of the architecture: who may name whom, and which room alone may print, draw, ask the time
 * or touch the network. It has no list of exemptions: a class that breaks a rule moves, the rule does not.
 */
@Execution(ExecutionMode.CONCURRENT)
class RoomsTest {
    private static final String ROOT = "org.faultline";

    /** Every room and the rooms it may name. A room missing here fails {@link #everyClassLivesInARoom()}. */
    private static final Map<String, List<String>> ARROWS = Map.ofEntries(
            entry("model", List.of()),
            entry("json", List.of()),
            entry("host", List.of("model")),
            entry("diagnosis", List.of("model")),
            entry("probe", List.of("host", "model")),
            entry("report", List.of("diagnosis", "json", "model")),
            entry("run", List.of("probe", "diagnosis", "host", "json", "model")),
            entry("store", List.of("run", "report", "diagnosis", "json", "model")),
            entry("alert", List.of("store", "run", "report", "diagnosis", "json", "model")),
            entry("practice", List.of("report", "diagnosis", "json", "model")),
            entry("cli", List.of("practice", "alert", "store", "run", "report", "diagnosis", "json", "model")),
            entry("ui", List.of("practice", "alert", "store", "run", "report", "diagnosis", "json", "model")));

    private static final List<String> OF_ONE_SYSTEM =
            Stream.of("linux", "windows", "macos").map(system -> ROOT + ".host." + system + "..").toList();

    private static final JavaClasses PROGRAM = new ClassFileImporter().importPath(Path.of("target", "classes"));

    static Stream<String> rooms() {
        return ARROWS.keySet().stream().sorted();
    }

    /** Without this a wrong path would leave all other rules with nothing to judge. */
    @Test
    void theProgramWasRead() {
        assertThat(PROGRAM.contain(ROOT + ".model.Stage")).isTrue();
        assertThat(PROGRAM.contain(ROOT + ".host.Host")).isTrue();
    }

    @Test
    void everyClassLivesInARoom() {
        String[] known = Stream.concat(Stream.of(ROOT), rooms().map(RoomsTest::all)).toArray(String[]::new);
        hold(classes().should().resideInAnyPackage(known));
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void aRoomNamesOnlyTheRoomsBelowIt(String room) {
        String[] forbidden = rooms().filter(other -> !other.equals(room) && !ARROWS.get(room).contains(other))
                .map(RoomsTest::all).toArray(String[]::new);
        hold(noClasses().that().resideInAPackage(all(room)).should().dependOnClassesThat().resideInAnyPackage(forbidden));
        hold(noClasses().that().resideInAPackage(all(room)).should().dependOnClassesThat().resideInAPackage(ROOT));
    }

    /** The packages of the three systems count as host: Hosts chooses among them and they return host's values. */
    @Test
    void noCycleBetweenPackages() {
        hold(slices().assignedFrom(new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                return type.getPackageName().startsWith(ROOT + ".host.")
                        ? SliceIdentifier.of(ROOT + ".host") : SliceIdentifier.of(type.getPackageName());
            }

            @Override
            public String getDescription() {
                return "packages";
            }
        }).should().beFreeOfCycles());
    }

    @Test
    void theModelNeedsTheLanguageOnly() {
        Set<String> base = ModuleFinder.ofSystem().find("java.base").orElseThrow().descriptor().packages();
        DescribedPredicate<JavaClass> plain = describe("of java.base or the model itself",
                type -> base.contains(type.getBaseComponentType().getPackageName())
                        || type.getBaseComponentType().isPrimitive()
                        || type.getBaseComponentType().getPackageName().startsWith(ROOT + ".model"));
        hold(classes().that().resideInAPackage(all("model")).should().onlyDependOnClassesThat(plain));
        hold(noClasses().that().resideInAnyPackage(all("model"), all("diagnosis"))
                .should().dependOnClassesThat().resideInAnyPackage("java.io..", "java.nio.file..", "java.nio.channels.."));
    }

    /** Of these two modules only java.beans is linked into the program (see {@link Unlinked}): whoever names more of them falls at run time. */
    @Test
    void nobodyNeedsAwtSwingOrXml() {
        Set<String> missing = Stream.of("java.desktop", "java.xml").flatMap(module -> ModuleFinder.ofSystem().find(module).stream())
                .flatMap(module -> module.descriptor().packages().stream()).filter(name -> !name.equals("java.beans"))
                .collect(Collectors.toSet());
        assertThat(missing).contains("java.awt", "javax.swing", "javax.imageio", "org.w3c.dom");
        hold(noClasses().should().dependOnClassesThat(describe("are not linked into the program",
                type -> missing.contains(type.getBaseComponentType().getPackageName()))));
    }

    @Test
    void onlyHostsNamesTheSystems() {
        String[] systems = OF_ONE_SYSTEM.toArray(String[]::new);
        hold(noClasses().that(resideOutsideOfPackages(systems)).and().doNotHaveFullyQualifiedName(ROOT + ".host.Hosts")
                .should().dependOnClassesThat().resideInAnyPackage(systems));
    }

    @Test
    void oneSystemNeverNamesAnother() {
        for (String system : OF_ONE_SYSTEM) {
            String[] others = OF_ONE_SYSTEM.stream().filter(Predicate.not(system::equals)).toArray(String[]::new);
            hold(noClasses().that().resideInAPackage(system).should().dependOnClassesThat().resideInAnyPackage(others));
        }
    }

    /** The host asks, and alert tells: a webhook, a command of the user's own, a metrics page. */
    @Test
    void onlyTheHostAndAlertTouchNetworkAndSystem() {
        hold(noClasses().that().resideOutsideOfPackages(all("host"), all("alert")).should().dependOnClassesThat(
                resideInAnyPackage("java.net.http..", "javax.net..", "org.xbill.DNS..", "oshi..",
                        "com.sun.jna..", "java.lang.foreign..")
                .or(describe("channels other than those of files", type -> type.getPackageName().startsWith("java.nio.channels")
                        && !Set.of("FileChannel", "FileLock", "OverlappingFileLockException").contains(type.getSimpleName())))
                .or(describe("sockets or processes", type -> type.isAssignableTo(java.net.Socket.class)
                        || type.isAssignableTo(java.net.ServerSocket.class)
                        || type.isAssignableTo(java.net.DatagramSocket.class)
                        || type.isAssignableTo(java.net.URLConnection.class)
                        || type.isAssignableTo(Process.class)
                        || type.isAssignableTo(ProcessBuilder.class)))));
    }

    @Test
    void onlyTheWindowKnowsJavaFx() {
        hold(noClasses().that().resideOutsideOfPackage(all("ui")).should().dependOnClassesThat()
                .resideInAnyPackage("javafx..", "org.controlsfx..", "org.kordamp.."));
    }

    @Test
    void onlyTheCommandsKnowPicocli() {
        hold(noClasses().that().resideOutsideOfPackage(all("cli")).should().dependOnClassesThat().resideInAPackage("picocli.."));
    }

    @Test
    void onlyTheCommandsPrint() {
        hold(noClasses().that().resideOutsideOfPackages(all("cli"), ROOT).should().accessField(System.class, "out")
                .orShould().accessField(System.class, "err").orShould().callMethod(Throwable.class, "printStackTrace"));
    }

    @Test
    void oneClassHopsToTheUiThread() {
        assertThat(whoCalls(access -> access.getTargetOwner().getName().equals("javafx.application.Platform")
                && access.getName().equals("runLater"))).hasSizeLessThanOrEqualTo(1);
    }

    /** What the wall clock says enters once, where a session starts; everything after counts from there. */
    @Test
    void oneClassAsksForTheTimeOfDay() {
        List<String> askers = whoCalls(RoomsTest::asksTheTimeOfDay);
        assertThat(askers).hasSizeLessThanOrEqualTo(1)
                .allMatch(name -> name.equals(ROOT + ".Main") || name.startsWith(ROOT + ".run."));
    }

    @Test
    void namesSayWhatAThingIs() {
        hold(noClasses().should().haveNameMatching(".*(Manager|Helper|Utils?|Constants)(\\$.*)?"));
    }

    /** Asking a Clock that was handed in is fine; making one, or asking behind its back, is not. */
    private static boolean asksTheTimeOfDay(JavaCodeUnitAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        boolean withoutClock = access.getName().equals("now") && owner.startsWith("java.time.")
                && access.getTarget().getRawParameterTypes().stream().noneMatch(type -> type.getName().equals("java.time.Clock"));
        boolean makesClock = (owner.equals("java.time.Clock") || owner.equals("java.time.InstantSource"))
                && (access.getName().startsWith("system") || access.getName().startsWith("tick"));
        boolean oldWay = owner.equals("java.lang.System") && access.getName().equals("currentTimeMillis")
                || owner.equals("java.util.Date") && access.getName().equals("<init>")
                        && access.getTarget().getRawParameterTypes().isEmpty();
        return withoutClock || makesClock || oldWay;
    }

    /** The top-level classes with at least one such access; lambdas and nested classes count for theirs. */
    private static List<String> whoCalls(Predicate<JavaCodeUnitAccess<?>> access) {
        return PROGRAM.stream().filter(type -> type.getCodeUnitAccessesFromSelf().stream().anyMatch(access))
                .map(type -> type.getName().replaceFirst("\\$.*", "")).distinct().sorted().toList();
    }

    private static String all(String room) {
        return ROOT + "." + room + "..";
    }

    private static void hold(ArchRule rule) {
        rule.allowEmptyShould(true).check(PROGRAM);
    }
}
