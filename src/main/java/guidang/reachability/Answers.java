package guidang.reachability;

import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import guidang.link.Archived;

/** What a server's answer says of a link: the rules of decision 0019, without a network. */
final class Answers {
    /** How pages begin that let only people in, by those who make them. Lower case. */
    private static final List<String> CHALLENGES = List.of("/cdn-cgi/challenge-platform/", "cf-turnstile",
            "cf-browser-verification", "g-recaptcha", "h-captcha", "hcaptcha.com", "captcha-delivery.com",
            "geetest_captcha", "px-captcha", "awswafcaptcha", "id=\"captcha", "name=\"captcha",
            "<title>just a moment...</title>", "<title>attention required!");

    private Answers() {}

    /** What to do with an answer. */
    sealed interface Verdict {
        /** @param refused whether the host does not let a program look, or asks for patience */
        record Done(Finding finding, boolean refused) implements Verdict {}

        /** Ask for the page itself: what HEAD says is not to be relied on. */
        record AskWhole() implements Verdict {}

        record Follow(URI target) implements Verdict {}

        /**
         * Ask again.
         *
         * @param after as the server said; empty: it did not
         * @param otherwise what it is if there have been enough tries
         */
        record Again(Optional<Duration> after, Finding otherwise) implements Verdict {}
    }

    static Verdict of(boolean head, URI asked, WebClient.Response.Answered answer, Clock clock) {
        int status = answer.status();
        if (isChallenge(answer)) {
            return new Verdict.Done(Finding.unknown("challenge"), true);
        }
        if (isCopy(asked, answer)) {
            return new Verdict.Done(Finding.reachable(status), false);
        }
        if (status >= 200 && status < 300) {
            return new Verdict.Done(Finding.reachable(status), false);
        }
        if (status >= 300 && status < 400) {
            return RequestAddress.redirected(asked, answer.header("Location"))
                    .filter(target -> !answer.header("Location").isBlank()).<Verdict>map(Verdict.Follow::new)
                    .orElseGet(() -> new Verdict.Done(Finding.unknown(Integer.toString(status)), false));
        }
        Finding unknown = Finding.unknown(Integer.toString(status));
        if (status == 429 || status == 503) {
            return new Verdict.Again(retryAfter(answer, clock), unknown);
        }
        if (head) {
            return new Verdict.AskWhole();
        }
        if (status == 404 || status == 410) {
            return new Verdict.Done(Finding.gone(Integer.toString(status)), false);
        }
        if (status >= 500) {
            return new Verdict.Again(retryAfter(answer, clock), unknown);
        }
        return new Verdict.Done(unknown, status == 403 || status == 401);
    }

    private static boolean isChallenge(WebClient.Response.Answered answer) {
        if (!answer.header("cf-mitigated").isEmpty() || !answer.header("x-amzn-waf-action").isEmpty()) {
            return true;
        }
        String text = answer.text().toLowerCase(Locale.ROOT);
        return !text.isEmpty() && CHALLENGES.stream().anyMatch(text::contains);
    }

    /** An archiving service answers as the page did when it was copied, and says when that was (RFC 7089). */
    private static boolean isCopy(URI asked, WebClient.Response.Answered answer) {
        return !answer.header("Memento-Datetime").isEmpty() && Archived.serviceOf(asked.getHost()).isPresent();
    }

    /** Seconds or a date (RFC 9110, 10.2.3); empty if it is neither. */
    static Optional<Duration> retryAfter(WebClient.Response.Answered answer, Clock clock) {
        String said = answer.header("Retry-After").strip();
        if (said.matches("[0-9]{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(said)));
        }
        try {
            Instant until = ZonedDateTime.parse(said, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            Duration wait = Duration.between(clock.instant(), until);
            return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
