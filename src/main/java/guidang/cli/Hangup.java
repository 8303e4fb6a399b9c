package guidang.cli;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/**
 * SIGHUP, which daemons take for "read your configuration again". The JDK has no other way to hear it than its module
 * {@code jdk.unsupported}, whose classes cannot be named without a warning; where they or the signal are not there,
 * nothing is heard.
 */
final class Hangup {
    private static final System.Logger LOG = System.getLogger(Hangup.class.getName());

    private Hangup() {}

    /** From now on the signal runs this, each time on a thread of its own, and does not end the process. */
    static void hear(Runnable told) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object ours = Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[]{handler},
                    (proxy, method, arguments) -> switch (method.getName()) {
                        case "handle" -> {
                            told.run();
                            yield null;
                        }
                        case "hashCode" -> System.identityHashCode(proxy);
                        case "equals" -> false;
                        default -> "SIGHUP";
                    });
            signal.getMethod("handle", signal, handler).invoke(null,
                    signal.getConstructor(String.class).newInstance("HUP"), ours);
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            Throwable cause = e instanceof InvocationTargetException wrapped ? wrapped.getCause() : e;
            LOG.log(System.Logger.Level.INFO, "SIGHUP is not heard here: {0}",
                    cause == null ? "" : cause.getClass().getSimpleName());
        }
    }
}
