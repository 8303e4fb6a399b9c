package guidang.delivery;

/** One try to send something. Says what became of it; never throws for what a network or a messenger does. */
@FunctionalInterface
public interface Attempt<T> {
    Outcome<T> make() throws InterruptedException;
}
