package guidang.playground;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/** What goes wrong on demand: the next calls of a method, or a share of all. Safe for several threads. */
public final class Faults {
    /** One fault. */
    public sealed interface Fault {
        /** 429; the call is not carried out. */
        record TooMany(int seconds) implements Fault {}

        /** An error of the server's own; the call is not carried out. */
        record Broken(int code) implements Fault {}

        /** 400 with these words; not carried out. */
        record Refused(String words) implements Fault {}

        /** A gateway's page of HTML instead of JSON; not carried out. */
        record Html(int code) implements Fault {}

        /** Carried out, and the connection cut before the reply. */
        record Dropped() implements Fault {}

        /** The connection is cut and nothing carried out. */
        record Cut() implements Fault {}

        /** Carried out, and replied to late. */
        record Slow(int millis) implements Fault {}
    }

    private record Planned(Predicate<String> method, Fault fault) {}

    private final Deque<Planned> planned = new ArrayDeque<>();
    private double share;
    private Fault[] among = {};
    private RandomGenerator chance = RandomGenerator.getDefault();
    private Planned lasting = new Planned(name -> false, null);
    private long injected;

    /** The next call of a method meets it; in the order given. */
    public synchronized void next(String method, Fault... faults) {
        for (Fault fault : faults) {
            planned.add(new Planned(name -> name.equalsIgnoreCase(method), fault));
        }
    }

    /** From now on this share of the calls meets one of these. */
    public synchronized void often(double share, RandomGenerator chance, Fault... among) {
        this.share = share;
        this.chance = chance;
        this.among = among.clone();
    }

    /** From now on every call of these methods meets it; null: all is well. */
    synchronized void lasting(Predicate<String> methods, Fault fault) {
        lasting = new Planned(fault == null ? name -> false : methods, fault);
    }

    public synchronized long injected() {
        return injected;
    }

    synchronized Fault take(String method) {
        for (var each = planned.iterator(); each.hasNext();) {
            Planned one = each.next();
            if (one.method().test(method)) {
                each.remove();
                injected++;
                return one.fault();
            }
        }
        if (lasting.method().test(method)) {
            injected++;
            return lasting.fault();
        }
        if (among.length > 0 && chance.nextDouble() < share) {
            injected++;
            return among[chance.nextInt(among.length)];
        }
        return null;
    }
}
