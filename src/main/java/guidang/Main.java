package guidang;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;

import guidang.cli.GuidangCommand;

/** The command line. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        var environment = new HashMap<>(System.getenv());
        if (isAtTerminal()) {
            environment.put("GUIDANG_TERMINAL", "yes");
        }
        System.exit(GuidangCommand.run(args, System.in, utf8(FileDescriptor.out), utf8(FileDescriptor.err),
                environment));
    }

    /** Since JDK 22 there is a console also where input or output is a pipe, unless that of java.base is asked for. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isAtTerminal() {
        System.setProperty("jdk.console", "java.base");
        return System.console() != null;
    }

    /** UTF-8 whatever the locale. */
    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
