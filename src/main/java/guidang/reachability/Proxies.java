package guidang.reachability;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The proxy of the environment ({@code HTTPS_PROXY}, {@code HTTP_PROXY}, {@code NO_PROXY}, upper or lower case), else that
 * of the JVM's settings. Only HTTP proxies without a login.
 */
final class Proxies extends ProxySelector {
    private final Map<String, String> environment;
    private final Optional<ProxySelector> ofJvm;

    private Proxies(Map<String, String> environment, Optional<ProxySelector> ofJvm) {
        this.environment = Map.copyOf(environment);
        this.ofJvm = ofJvm;
    }

    static Proxies of(Map<String, String> environment) {
        return new Proxies(environment, Optional.ofNullable(ProxySelector.getDefault()));
    }

    static Proxies none() {
        return new Proxies(Map.of(), Optional.empty());
    }

    /** Whether an address is asked for through a proxy, which looks names up on its side. */
    boolean reaches(URI address) {
        return select(address).stream().anyMatch(proxy -> proxy.type() != Proxy.Type.DIRECT);
    }

    @Override
    public List<Proxy> select(URI address) {
        if (isExcepted(address.getHost())) {
            return List.of(Proxy.NO_PROXY);
        }
        String said = value(address.getScheme().toUpperCase(Locale.ROOT) + "_PROXY");
        if (!said.isEmpty()) {
            return List.of(proxy(said));
        }
        return ofJvm.map(selector -> selector.select(address)).orElse(List.of(Proxy.NO_PROXY));
    }

    /** What is wrong with the environment's settings: the names of variables that name no HTTP proxy. */
    static List<String> wrong(Map<String, String> environment) {
        return List.of("HTTPS_PROXY", "HTTP_PROXY").stream().filter(name -> {
            String said = value(name, environment);
            return !said.isEmpty() && proxy(said).type() == Proxy.Type.DIRECT;
        }).toList();
    }

    private static Proxy proxy(String said) {
        try {
            URI address = new URI(said.contains("://") ? said : "http://" + said);
            boolean usable = "http".equals(address.getScheme()) && address.getHost() != null
                    && address.getRawUserInfo() == null;
            return usable
                    ? new Proxy(Proxy.Type.HTTP,
                            new InetSocketAddress(address.getHost(), address.getPort() < 0 ? 80 : address.getPort()))
                    : Proxy.NO_PROXY;
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Proxy.NO_PROXY;
        }
    }

    private boolean isExcepted(String host) {
        for (String each : value("NO_PROXY").split(",", -1)) {
            String name = each.strip().toLowerCase(Locale.ROOT);
            String bare = name.startsWith(".") ? name.substring(1) : name;
            if (name.equals("*") || (!bare.isEmpty() && (host.equals(bare) || host.endsWith("." + bare)))) {
                return true;
            }
        }
        return false;
    }

    private String value(String name) {
        return value(name, environment);
    }

    private static String value(String name, Map<String, String> environment) {
        String upper = environment.getOrDefault(name, "").strip();
        return upper.isEmpty() ? environment.getOrDefault(name.toLowerCase(Locale.ROOT), "").strip() : upper;
    }

    @Override
    public void connectFailed(URI address, SocketAddress proxy, IOException failure) {
        // The request fails, which is told.
    }
}
