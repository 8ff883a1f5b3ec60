package org.faultline.probe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a redirect leads to the owner of the page or to somebody else. */
class StrangerTest {

    @ParameterizedTest(name = "{0} leads to {1}")
    @CsvSource({
        "example.com, www.example.com, false",
        "www.example.com, example.com, false",
        "www.example.com, WWW.Example.Com, false",
        "www.sbb.ch, sbb.ch, false",
        "www.bbc.co.uk, bbc.co.uk, false",
        "localhost, localhost, false",
        "example.com, login.hotel.example, true",
        "example.com, notexample.com, true",
        "example.com, example.com.login.hotel, true",
        "www.bbc.co.uk, login.hotel.co.uk, true",
        "www.abc.net.au, portal.net.au, true",
    })
    void redirectIsJudgedByWhoOwnsTheName(String asked, String leadsTo, boolean stranger) {
        assertThat(Http.isStranger(leadsTo, asked)).isEqualTo(stranger);
    }
}
