package org.faultline.diagnosis;

import org.faultline.model.Fault;
import org.faultline.model.Stage;
import org.faultline.model.Truth;

/**
 * Prints the tree as text: the questions of a stage down the page, and beneath each one the answers that turn off. An answer that is
 * not listed goes on to the next question.
 *
 * <pre>
 * gateway
 *   default-route-present?
 *     no
 *       FAULT route-missing
 *   gateway-answers-ping?
 * </pre>
 */
final class TreeText {

    private final StringBuilder text = new StringBuilder();

    private TreeText() { }

    /** The tree of one stage; lines end in a line feed. */
    static String of(Stage stage) {
        return titled(stage.id(), Tree.of(stage));
    }

    /** The questions that are asked once at the end of every run. */
    static String ofUnmeasured() {
        return titled("at the end", Tree.unmeasured());
    }

    private static String titled(String title, Node root) {
        TreeText printer = new TreeText();
        printer.line(0, title);
        printer.print(root, new Node.Pass(), 1);
        return printer.text.toString();
    }

    private void print(Node start, Node end, int depth) {
        Node node = start;
        while (node != end) {
            switch (node) {
                case Node.Ask ask -> {
                    line(depth, ask.question().id() + "?" + (ask.question().person().isPresent() ? " asked of a person" : ""));
                    branches(ask, depth + 1);
                    node = ask.onward();
                }
                case Node.Note(Fault fault, Node next) -> {
                    line(depth, fault.severity().name() + " " + fault.code());
                    node = next;
                }
                case Node.Conclude(Fault fault) -> {
                    line(depth, fault.severity().name() + " " + fault.code() + ", end");
                    return;
                }
                case Node.Pass _ -> {
                    line(depth, "in order");
                    return;
                }
            }
        }
    }

    private void branches(Node.Ask ask, int depth) {
        for (Truth answer : Truth.values()) {
            if (ask.on(answer) != ask.onward()) {
                line(depth, answer.id());
                print(ask.on(answer), ask.onward(), depth + 1);
            }
        }
    }

    private void line(int depth, String words) {
        text.append("  ".repeat(depth)).append(words).append('\n');
    }
}
