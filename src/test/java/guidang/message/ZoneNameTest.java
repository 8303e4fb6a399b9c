package guidang.message;

import java.time.ZoneId;
import java.util.Optional;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class ZoneNameTest {
    @ParameterizedTest
    @CsvSource({"Asia/Taipei,Asia/Taipei", "asia/taipei,Asia/Taipei", "台北,Asia/Taipei", "東京,Asia/Tokyo",
            "东京,Asia/Tokyo", "上海,Asia/Shanghai", "new york,America/New_York", "Sao Paulo,America/Sao_Paulo",
            "utc+8,UTC+08:00", "UTC,UTC"})
    void a_zone_is_known_by_its_city(String typed, String zone) {
        assertEquals(Optional.of(ZoneId.of(zone)), ZoneName.read(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"atlantis", "", "UTC+99", "/", "Asia/"})
    void what_is_no_zone_is_none(String typed) {
        assertEquals(Optional.empty(), ZoneName.read(typed));
    }
}
