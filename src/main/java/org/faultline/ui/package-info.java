/**
 * The window, and the only room that imports JavaFX. One View and one Model a page: a View lays out and binds, a Model decides and is
 * tested without a toolkit. Imports {@code store}, {@code run}, {@code report}, {@code diagnosis}, {@code json} and {@code model}.
 */
package org.faultline.ui;
