package org.faultline.report.picture;

import java.util.List;
import java.util.Map;
import org.faultline.model.Fault;
import org.faultline.model.Stage;
import org.faultline.model.Truth;

/** The words on the picture, in one language. */
public interface Captions {

    /** What a stage asks as a whole. */
    String stage(Stage stage);

    /** The words of a question; something readable also where its name is not known. */
    String question(String id);

    String fault(Fault fault, Map<String, String> facts);

    /** @param atEnd of the stage; else of a side */
    String inOrder(boolean atEnd);

    String answer(Truth answer);

    String moreQuestions(int number);

    /** The lines beneath a stage that is not open. */
    List<String> closed(int causes);
}
