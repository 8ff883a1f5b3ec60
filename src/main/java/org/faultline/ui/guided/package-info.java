/**
 * The guided session: stage by stage, with questions that only a person can answer. {@link org.faultline.ui.guided.GuidedModel} decides,
 * measures and saves; the views lay out. What a session is stands in {@link org.faultline.run.Guide}.
 */
package org.faultline.ui.guided;
