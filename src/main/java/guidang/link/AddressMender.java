package guidang.link;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Guesses what a malformed address means. */
final class AddressMender {
    private static final Pattern SCHEME_LIKE = Pattern.compile(
            "((?:\\P{ASCII}{1,8}+://|[htpsx]{2,7}+\\s{0,3}+(?:[:：;；]\\s{0,3}+[/／\\\\]{1,4}+|[/／\\\\]{2,4}+)\\s{0,3}+){1,3}+)(.+)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern WHITE = Pattern.compile(" ");

    /** Markup that an address was pasted with. */
    private static final String WRAPPING = "[(<{「《“\"'";

    private AddressMender() {}

    static Optional<String> mend(String written) {
        String text = written.strip();
        if (text.isEmpty() || text.length() > Parts.LONGEST) {
            return Optional.empty();
        }
        if (isSound(text)) {
            return Optional.of(text);
        }
        if (WRAPPING.indexOf(text.charAt(0)) >= 0) {
            return AddressScanner.scan(text).stream().map(found -> found.address().url())
                    .filter(AddressMender::isSound).findFirst();
        }
        Matcher scheme = SCHEME_LIKE.matcher(text);
        if (scheme.matches()) {
            String standard = scheme.group(1).toLowerCase(Locale.ROOT).contains("s") ? "https://" : "http://";
            String address = standard + WHITE.matcher(scheme.group(2)).replaceAll("%20");
            return Parts.of(address).filter(parts -> Parts.isPlausible(parts.host())).map(parts -> address);
        }
        return Parts.of(text).filter(parts -> parts.scheme().isEmpty()).map(parts -> parts.withScheme("https"));
    }

    private static boolean isSound(String address) {
        return Parts.of(address).filter(parts -> !parts.scheme().isEmpty()).map(Parts::host)
                .filter(host -> host.indexOf('.') > 0 || host.startsWith("[") || host.equalsIgnoreCase("localhost"))
                .isPresent();
    }
}
