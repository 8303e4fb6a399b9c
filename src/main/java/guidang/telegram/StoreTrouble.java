package guidang.telegram;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import guidang.delivery.Time;
import guidang.store.StoreFailure;

/** Says once that the store fails, and once that it works again. */
final class StoreTrouble {
    private static final System.Logger LOG = System.getLogger(StoreTrouble.class.getName());

    static final Duration PAUSE = Duration.ofSeconds(1);

    private final AtomicReference<String> told = new AtomicReference<>("");

    void tell(StoreFailure failure) {
        String what = String.valueOf(failure.getMessage());
        if (!told.getAndSet(what).equals(what)) {
            LOG.log(System.Logger.Level.ERROR, "the store fails: {0}; nothing is lost, trying on", what);
        }
    }

    /** Does something as soon as the store does its part. */
    <T> T patiently(Time time, Supplier<T> work) throws InterruptedException {
        while (true) {
            try {
                return work.get();
            } catch (StoreFailure e) {
                tell(e);
                time.sleep(PAUSE);
            }
        }
    }

    void well() {
        if (!told.get().isEmpty() && !told.getAndSet("").isEmpty()) {
            LOG.log(System.Logger.Level.INFO, "the store works again");
        }
    }
}
