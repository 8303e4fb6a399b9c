package guidang.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

import guidang.playground.BotApiServer;

/** Starts {@code serve} as a process of its own. */
final class ServedProcess {
    private ServedProcess() {}

    static Process start(Path archive, Path data, URI telegram, Path log) throws IOException {
        var builder = new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "--enable-native-access=ALL-UNNAMED",
                "-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "guidang.Main", "serve", "--archive", archive.toString(), "--data", data.toString(), "--lang",
                "zh-Hans"));
        builder.environment().put("GUIDANG_TELEGRAM_TOKEN", BotApiServer.TOKEN);
        builder.environment().put("GUIDANG_TELEGRAM_URL", telegram.toString());
        builder.environment().put("GUIDANG_HOME", data.toString());
        return builder.redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
    }
}
