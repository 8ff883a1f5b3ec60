/** The page that asks whether a service of this computer is up. */
package org.faultline.ui.service;
