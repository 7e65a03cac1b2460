package io.chatauth;

import java.util.List;

/** What keeps {@code build()}, or a change of the configuration, from doing its work: all problems at once, numbered. */
public final class ConfigurationException extends ChatAuthException {
    private static final long serialVersionUID = 1L;

    /** The problems, as in the message. */
    private final transient List<String> problems;

    /**
     * Collects the problems.
     *
     * @param problems one sentence each, at least one
     */
    public ConfigurationException(List<String> problems) {
        this("ChatAuth can't start", problems);
    }

    /**
     * Collects the problems of a change while it runs.
     *
     * @param what what can't be done, such as {@code the key ring can't be reloaded}
     * @param problems one sentence each, at least one
     */
    public ConfigurationException(String what, List<String> problems) {
        super(describe(what, problems), null);
        this.problems = List.copyOf(problems);
    }

    /**
     * Gives the problems one by one.
     *
     * @return the sentences, in the order of the message
     */
    public List<String> problems() {
        return problems;
    }

    private static String describe(String what, List<String> problems) {
        StringBuilder out = new StringBuilder(what)
                .append(": ")
                .append(problems.size())
                .append(problems.size() == 1 ? " problem" : " problems");
        for (int i = 0; i < problems.size(); i++) {
            out.append(System.lineSeparator()).append(i + 1).append(") ").append(problems.get(i));
        }
        return out.toString();
    }
}
