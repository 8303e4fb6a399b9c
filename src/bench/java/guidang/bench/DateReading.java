package guidang.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

import guidang.when.DateReader;

/** Reading the dates of one paragraph. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
public class DateReading {
    private String paragraph = "2021年7月底，微信暂停新用户注册。据了解，8月5日恢复，同年9月又有调整，截至2022年初尚未公布原因。";

    @Benchmark
    public List<DateReader.Found> paragraph() {
        return DateReader.read(paragraph, null);
    }
}
