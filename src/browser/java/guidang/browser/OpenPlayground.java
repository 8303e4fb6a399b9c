package guidang.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The playground as a process of its own, with a real browser in front of it. */
final class OpenPlayground implements AutoCloseable {
    private static final List<String> BROWSERS = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome");
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/");
    private static final double PATIENCE_MILLIS = 20_000;

    final String address;
    private final Process process;
    private final BufferedReader said;
    private final Playwright playwright;
    private final Browser browser;
    private final List<String> errors = new ArrayList<>();

    /** Skips the test, and says so, where there is no browser. */
    OpenPlayground(String... arguments) throws IOException {
        Path program = browser();
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(java, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto",
                "--enable-native-access=ALL-UNNAMED", "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), "guidang.Main",
                "playground", "--port", "0"));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("GUIDANG_HOME", System.getProperty("guidang.root"));
        builder.environment().put("GUIDANG_LOCALE", "zh_CN");
        process = builder.start();
        said = process.inputReader(StandardCharsets.UTF_8);
        address = awaited(ADDRESS);
        awaited(Pattern.compile("running as"));
        Thread.ofVirtual().start(() -> said.lines().forEach(line -> {}));
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(
                new BrowserType.LaunchOptions().setExecutablePath(program).setArgs(List.of("--no-sandbox")));
    }

    private static Path browser() {
        Path program = BROWSERS.stream().map(Path::of).filter(Files::isExecutable).findFirst().orElse(null);
        if (program == null) {
            System.err.println("SKIPPED: no Chromium on this machine, so the playground's page was not tested in a "
                    + "browser. Install one: apt-get install chromium");
        }
        assumeTrue(program != null, "no browser");
        return program;
    }

    private String awaited(Pattern wanted) throws IOException {
        var heard = new StringBuilder();
        @Nullable
        String line;
        while ((line = said.readLine()) != null) {
            var matcher = wanted.matcher(line);
            if (matcher.find()) {
                return matcher.group();
            }
            heard.append(line).append('\n');
        }
        throw new IOException("did not start:\n" + heard);
    }

    /** A page in its own window; what goes wrong in it fails the test at the end. */
    Page page(int width, int height, String locale) {
        BrowserContext window = browser.newContext(new Browser.NewContextOptions().setViewportSize(width, height)
                .setLocale(locale).setTimezoneId("Asia/Shanghai"));
        Page page = window.newPage();
        page.setDefaultTimeout(PATIENCE_MILLIS);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("Failed to load resource")) {
                errors.add(message.text());
            }
        });
        page.onPageError(errors::add);
        page.navigate(address);
        page.waitForSelector(".hints");
        return page;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
        process.destroy();
        try {
            assertTrue(process.waitFor(10, TimeUnit.SECONDS), "did not stop");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        assertEquals(0, process.exitValue());
        assertEquals(List.of(), errors);
    }
}
