package guidang.link;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import guidang.archive.Snapshot.Service;

import static org.junit.jupiter.api.Assertions.assertEquals;

class ArchivedTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', emptyValue = "", value = {
            "https://web.archive.org/web/20210805123456/https://a.com/b | WAYBACK | 2021-08-05T12:34:56 | https://a.com/b | web.archive.org/web/20210805123456/a.com/b",
            "http://www.web.archive.org:80/web/20210805123456if_/http://a.com/b/ | WAYBACK | 2021-08-05T12:34:56 | http://a.com/b/ | web.archive.org/web/20210805123456/a.com/b",
            "https://web.archive.org/web/20210805123456id_/http://a.com/b | WAYBACK | 2021-08-05T12:34:56 | http://a.com/b | web.archive.org/web/20210805123456/a.com/b",
            "https://web.archive.org/web/20210805123456mp_/a.com/b | WAYBACK | 2021-08-05T12:34:56 | http://a.com/b | web.archive.org/web/20210805123456/a.com/b",
            "web.archive.org/web/2021*/https://a.com/b | WAYBACK | 2021-01-01T00:00 | https://a.com/b | web.archive.org/web/2021/a.com/b",
            "web.archive.org/web/*/https://a.com/b | WAYBACK | '' | https://a.com/b | web.archive.org/web/*/a.com/b",
            "https://web.archive.org/web/https://a.com/b | WAYBACK | '' | https://a.com/b | web.archive.org/web/*/a.com/b",
            "https://web.archive.org/save/https://a.com/b | WAYBACK | '' | https://a.com/b | web.archive.org/web/*/a.com/b",
            "https://web.archive.org/web/202108/https:/a.com/b | WAYBACK | 2021-08-01T00:00 | https://a.com/b | web.archive.org/web/202108/a.com/b",
            "https://web.archive.org/web/20211399/https://a.com/b | WAYBACK | '' | https://a.com/b | web.archive.org/web/20211399/a.com/b",
            "https://web.archive.org/web/20210805/https%3A%2F%2Fa.com%2Fb%3Fc%3D1 | WAYBACK | 2021-08-05T00:00 | https://a.com/b?c=1 | web.archive.org/web/20210805/a.com/b?c=1",
            "https://web.archive.org/web/20210805/https://a.com/标题（一）(二) | WAYBACK | 2021-08-05T00:00 | https://a.com/标题（一）(二) | web.archive.org/web/20210805/a.com/标题（一）(二)",
            "https://web.archive.org/web/20210805/https://a.com/?q=1&utm_source=x#!p | WAYBACK | 2021-08-05T00:00 | https://a.com/?q=1&utm_source=x#!p | web.archive.org/web/20210805/a.com?q=1#!p",
            "https://archive.is/Ab1Cd | ARCHIVE_TODAY | '' | '' | archive.today/Ab1Cd",
            "http://archive.fo/Ab1Cd/ | ARCHIVE_TODAY | '' | '' | archive.today/Ab1Cd",
            "archive.li/Ab1 | ARCHIVE_TODAY | '' | '' | archive.today/Ab1",
            "https://archive.md/Ab1Cd#selection-1.2-3.4 | ARCHIVE_TODAY | '' | '' | archive.today/Ab1Cd",
            "https://archive.vn/wip/Ab1Cd | ARCHIVE_TODAY | '' | '' | archive.today/Ab1Cd",
            "https://archive.is/Ab1Cd/image | ARCHIVE_TODAY | '' | '' | archive.today/Ab1Cd",
            "http://archiveiya74codqgiixo33q62qlrqtkgmcitqx5u2oeqnmn5bpcbiyd.onion/Ab1Cd | ARCHIVE_TODAY | '' | '' | archive.today/Ab1Cd",
            "https://archive.ph/o/Ab1Cd/https://a.com/b | ARCHIVE_TODAY | '' | https://a.com/b | archive.today/Ab1Cd",
            "https://archive.ph/2023.09.16-170945/https://a.com/b | ARCHIVE_TODAY | 2023-09-16T17:09:45 | https://a.com/b | archive.today/20230916170945/a.com/b",
            "https://archive.today/20230916170945/a.com/b | ARCHIVE_TODAY | 2023-09-16T17:09:45 | http://a.com/b | archive.today/20230916170945/a.com/b",
            "https://archive.today/newest/https://a.com/b | ARCHIVE_TODAY | '' | https://a.com/b | archive.today/*/a.com/b",
            "https://archive.today/https://a.com/b | ARCHIVE_TODAY | '' | https://a.com/b | archive.today/*/a.com/b",
            "https://ghostarchive.org/archive/Ab1Cd?wr=false | GHOSTARCHIVE | '' | '' | ghostarchive.org/archive/Ab1Cd",
            "https://ghostarchive.org/varchive/Ab_-9 | GHOSTARCHIVE | '' | https://www.youtube.com/watch?v=Ab_-9 | ghostarchive.org/varchive/Ab_-9",
            "https://ghostarchive.org/varchive/youtube/20211205/Ab_-9 | GHOSTARCHIVE | 2021-12-05T00:00 | https://www.youtube.com/watch?v=Ab_-9 | ghostarchive.org/varchive/Ab_-9",
            "https://arquivo.pt/wayback/20210805123456/https://a.pt/b | ARQUIVO | 2021-08-05T12:34:56 | https://a.pt/b | arquivo.pt/wayback/20210805123456/a.pt/b",
            "https://arquivo.pt/noFrame/replay/20210805123456/https://a.pt/b | ARQUIVO | 2021-08-05T12:34:56 | https://a.pt/b | arquivo.pt/wayback/20210805123456/a.pt/b",
            "https://perma.cc/ab12-CD34?type=image | PERMA | '' | '' | perma.cc/AB12-CD34",
            "https://megalodon.jp/2021-0102-0304-05/a.jp/b | MEGALODON | 2021-01-01T18:04:05 | http://a.jp/b | megalodon.jp/20210102030405/a.jp/b",
            "https://megalodon.jp/2021-0102-0304-05/https://a.jp:443/b | MEGALODON | 2021-01-01T18:04:05 | https://a.jp:443/b | megalodon.jp/20210102030405/a.jp/b"})
    void an_archived_address_is_taken_apart(String url, Service service, String captured, String original, String key) {
        Archived archived = Archived.of(url).orElseThrow();
        assertEquals(service, archived.snapshot().service());
        assertEquals(captured,
                Optional.ofNullable(archived.snapshot().captured()).map(Object::toString).orElse(""));
        assertEquals(original, archived.original());
        assertEquals(key, archived.key());
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://archive.org/details/thing", "https://archive.today", "https://archive.today/",
            "https://archive.ph/faq", "https://archive.ph/search/?q=x", "https://web.archive.org",
            "https://web.archive.org/",
            "https://web.archive.org/web/", "https://perma.cc/about", "https://ghostarchive.org/",
            "https://arquivo.pt/",
            "https://megalodon.jp/?url=x", "https://example.com/web/2021/https://a.com", "", "words"})
    void what_is_no_copy_is_none(String url) {
        assertEquals(Optional.empty(), Archived.of(url));
    }

    @Test
    void a_copy_keeps_its_address_as_written() {
        assertEquals("http://archive.is/Ab1Cd#47%",
                Archived.of("http://archive.is/Ab1Cd#47%").orElseThrow().snapshot().url());
        assertEquals("https://archive.is/Ab1Cd", Archived.of("archive.is/Ab1Cd").orElseThrow().snapshot().url());
    }
}
