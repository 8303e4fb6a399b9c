package guidang.terminal;

/** The conversation at a prompt or through a pipe. */
public final class Chat {
    Chat() {}
}
