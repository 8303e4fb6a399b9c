package guidang.telegram;

import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;

import org.jspecify.annotations.Nullable;

import okhttp3.Credentials;
import okhttp3.OkHttpClient;

/**
 * A proxy on the way to Telegram.
 *
 * @param type HTTP or SOCKS (version 5); names are looked up on its side
 * @param login null if it asks for none
 */
public record ProxyServer(Proxy.Type type, String host, int port, @Nullable Login login) {
    private static final int PROXY_AUTHENTICATION_REQUIRED = 407;

    /** Who is let through. Shows itself to nobody. */
    public record Login(String user, String password) {
        @Override
        public String toString() {
            return "<login>";
        }
    }

    void use(OkHttpClient.Builder http) {
        http.proxy(new Proxy(type, InetSocketAddress.createUnresolved(host, port)));
        Login known = login;
        if (known == null) {
            return;
        }
        if (type == Proxy.Type.SOCKS) {
            // The JDK asks nobody else about SOCKS.
            Authenticator.setDefault(new ForThis(host, port, known));
        } else {
            String header = Credentials.basic(known.user(), known.password());
            http.proxyAuthenticator((route, response) -> response.code() == PROXY_AUTHENTICATION_REQUIRED
                    && response.request().header("Proxy-Authorization") != null
                            ? null
                            : response.request().newBuilder().header("Proxy-Authorization", header).build());
        }
    }

    /** Tells the login to this proxy, nobody else. */
    private static final class ForThis extends Authenticator {
        private final String host;
        private final int port;
        private final Login login;

        ForThis(String host, int port, Login login) {
            this.host = host;
            this.port = port;
            this.login = login;
        }

        @Override
        protected @Nullable PasswordAuthentication getPasswordAuthentication() {
            boolean asked = getRequestingPort() == port && host.equalsIgnoreCase(getRequestingHost());
            return asked ? new PasswordAuthentication(login.user(), login.password().toCharArray()) : null;
        }
    }
}
