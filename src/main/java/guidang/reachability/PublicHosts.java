package guidang.reachability;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Decides which hosts may be asked: only those all of whose addresses are public, so that the text of an entry leads
 * nobody into the network that this runs in. The JVM keeps a looked-up name for 30 seconds, so that the connection goes
 * to the addresses that were looked at.
 */
final class PublicHosts {
    private static final long PATIENCE_SECONDS = 10;
    /** Names that are not of the public name system (RFC 6761, 6762, 7686, 8375). */
    private static final List<String> PRIVATE_NAMES = List.of(".localhost", ".local", ".internal", ".home.arpa",
            ".onion",
            ".invalid", ".test", ".lan", ".intranet");
    /** What systems say where a name does not exist, as opposed to not being found now. */
    private static final List<String> NO_SUCH_NAME = List.of("name or service not known", "nodename nor servname",
            "no such host is known");

    private final Names names;
    private final boolean loopbackToo;
    private final Map<String, Answer> absent = new HashMap<>();

    /** What a host is. */
    enum Answer {
        PUBLIC, NOT_PUBLIC,
        /** The name system says that there is none. */
        NO_SUCH_HOST,
        /** It cannot be found now. */
        NOT_FOUND
    }

    /** Looks names up. */
    @FunctionalInterface
    interface Names {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    /** @param loopbackToo whether this machine may be asked: in tests alone */
    PublicHosts(Names names, boolean loopbackToo) {
        this.names = names;
        this.loopbackToo = loopbackToo;
    }

    Answer look(String host) throws InterruptedException {
        String name = host.toLowerCase(Locale.ROOT).replaceAll("\\.$", "");
        boolean literal = name.startsWith("[") || name.matches("[0-9.]+");
        if (!loopbackToo && !literal && (!name.contains(".") || PRIVATE_NAMES.stream().anyMatch(name::endsWith))) {
            return Answer.NOT_PUBLIC;
        }
        Answer known = absent.get(name);
        if (known != null) {
            return known;
        }
        try {
            for (InetAddress address : lookedUp(name)) {
                if (!isPublic(address) && !(loopbackToo && address.isLoopbackAddress())) {
                    return Answer.NOT_PUBLIC;
                }
            }
            return Answer.PUBLIC;
        } catch (UnknownHostException e) {
            String says = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
            Answer answer = NO_SUCH_NAME.stream().anyMatch(says::contains) ? Answer.NO_SUCH_HOST : Answer.NOT_FOUND;
            if (answer == Answer.NO_SUCH_HOST) {
                absent.put(name, answer);
            }
            return answer;
        }
    }

    /** The system's own look-up cannot be ended; so it is left behind if it takes too long. */
    private InetAddress[] lookedUp(String name) throws UnknownHostException, InterruptedException {
        var found = new CompletableFuture<InetAddress[]>();
        Thread.ofPlatform().daemon().name("name").start(() -> {
            try {
                found.complete(names.of(name));
            } catch (UnknownHostException | RuntimeException e) {
                found.completeExceptionally(e);
            }
        });
        try {
            return found.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof UnknownHostException unknown ? unknown : new UnknownHostException(name);
        } catch (TimeoutException e) {
            throw new UnknownHostException(name);
        }
    }

    /** Whether an address is one of the public internet (the registries of special-purpose addresses, RFC 6890). */
    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress() || address.isLoopbackAddress() || address.isLinkLocalAddress()
                || address.isSiteLocalAddress() || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return switch (address) {
            case Inet4Address four -> isPublic4(bytes, 0);
            case Inet6Address six -> isPublic6(bytes);
            default -> false;
        };
    }

    private static boolean isPublic4(byte[] bytes, int from) {
        int first = bytes[from] & 0xFF;
        int second = bytes[from + 1] & 0xFF;
        int third = bytes[from + 2] & 0xFF;
        boolean own = first == 0 || first == 10 || first == 127 || (first == 172 && second >= 16 && second < 32)
                || (first == 192 && second == 168);
        boolean link = (first == 169 && second == 254) || (first == 100 && second >= 64 && second < 128);
        boolean special = (first == 192 && second == 0 && (third == 0 || third == 2))
                || (first == 192 && second == 88 && third == 99) || (first == 198 && (second == 18 || second == 19))
                || (first == 198 && second == 51 && third == 100) || (first == 203 && second == 0 && third == 113)
                || first >= 224;
        return !own && !link && !special;
    }

    /** Only global unicast; addresses that carry one of version 4 are as public as that. */
    private static boolean isPublic6(byte[] bytes) {
        int first = pair(bytes, 0);
        int second = pair(bytes, 2);
        if (first == 0x64 && second == 0xFF9B) {
            return isPublic4(bytes, 12);
        }
        if (first == 0x2002) {
            return isPublic4(bytes, 2);
        }
        boolean global = (first & 0xE000) == 0x2000;
        boolean special = first == 0x2001 && (second < 0x200 || second == 0xDB8);
        return global && !special && first != 0x3FFF;
    }

    private static int pair(byte[] bytes, int at) {
        return ((bytes[at] & 0xFF) << 8) | (bytes[at + 1] & 0xFF);
    }
}
