package org.faultline.host.exchange;

import java.lang.module.ModuleDescriptor;
import java.util.Optional;

/** Who we say we are to servers. */
final class Product {

    /** {@code Faultline/0.1.0}; without a version where the program runs outside its module. */
    static final String AGENT = Optional.ofNullable(Product.class.getModule().getDescriptor())
        .flatMap(ModuleDescriptor::rawVersion).map(version -> "Faultline/" + version).orElse("Faultline");

    private Product() { }
}
