package org.faultline.model;

import java.util.List;

/**
 * What a run means: the verdict, everything found (the verdict's finding first), and each stage in order.
 */
public record Diagnosis(Verdict verdict, List<Finding> findings, List<StageResult> stages) {

    public Diagnosis {
        findings = List.copyOf(findings);
        stages = List.copyOf(stages);
    }
}
