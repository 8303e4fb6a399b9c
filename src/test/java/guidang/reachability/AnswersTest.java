package guidang.reachability;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class AnswersTest {
    private static WebClient.Response.Answered answer(int status, Map<String, List<String>> headers) {
        return new WebClient.Response.Answered(status, HttpHeaders.of(headers, (name, value) -> true), "");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 302, 404, 410, 503})
    void a_copy_of_a_page_that_failed_is_there_though_it_answers_as_the_page_did(int status) {
        var copied = answer(status, Map.of("Memento-Datetime", List.of("Thu, 05 Aug 2021 11:04:26 GMT")));
        URI copy = URI.create("https://web.archive.org/web/20210805110426/https://a.org/");
        assertEquals(new Answers.Verdict.Done(Finding.reachable(status), false),
                Answers.of(true, copy, copied, new Days()));
    }

    @Test
    void only_an_archiving_service_is_believed_in_that() {
        var says = answer(404, Map.of("Memento-Datetime", List.of("Thu, 05 Aug 2021 11:04:26 GMT")));
        assertEquals(new Answers.Verdict.Done(Finding.gone("404"), false),
                Answers.of(false, URI.create("https://a.org/x"), says, new Days()));
    }

    @Test
    void an_archiving_service_that_never_had_it_says_404_and_is_believed() {
        assertEquals(new Answers.Verdict.Done(Finding.gone("404"), false), Answers.of(false,
                URI.create("https://archive.ph/AbCd1"), answer(404, Map.of()), new Days()));
    }

    @Test
    void patience_is_asked_for_in_seconds_or_until_a_moment_and_nonsense_is_not_heard() {
        var days = new Days();
        assertEquals(Optional.of(Duration.ofSeconds(9)),
                Answers.retryAfter(answer(429, Map.of("Retry-After", List.of("9"))), days));
        assertEquals(Optional.of(Duration.ofMinutes(1)), Answers.retryAfter(
                answer(429, Map.of("Retry-After", List.of("Fri, 20 Nov 2026 09:01:00 GMT"))), days));
        assertEquals(Optional.of(Duration.ZERO), Answers.retryAfter(
                answer(429, Map.of("Retry-After", List.of("Fri, 20 Nov 2020 09:01:00 GMT"))), days));
        assertEquals(Optional.empty(),
                Answers.retryAfter(answer(429, Map.of("Retry-After", List.of("soon"))), days));
    }
}
