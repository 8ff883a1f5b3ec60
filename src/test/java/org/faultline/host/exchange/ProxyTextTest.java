package org.faultline.host.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.faultline.host.ProxySetting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxyTextTest {

    @ParameterizedTest
    @CsvSource({
        "http://proxy.example:3128,             http,  proxy.example, 3128,  false",
        "proxy.example:3128,                    http,  proxy.example, 3128,  false",
        "http://proxy.example/,                 http,  proxy.example, 80,    false",
        "http://user:pa%40ss@proxy.example:1,   http,  proxy.example, 1,     true",
        "[2001:db8::1]:8080,                    http,  2001:db8::1,   8080,  false",
        "socks5h://127.0.0.1:9050,              socks, 127.0.0.1,     9050,  false",
        "https://proxy.example:443,             tls,   proxy.example, 443,   false"})
    void readsTheUsualSpellings(String value, String scheme, String host, int port, boolean credentials) {
        assertThat(ProxyText.setting("http", value, "environment http_proxy", List.of()))
            .isEqualTo(new ProxySetting(scheme, host, port, "environment http_proxy", List.of(), credentials));
    }

    @ParameterizedTest
    @CsvSource({
        "http://proxy.example:99999,         http://proxy.example:99999",
        "http://,                            http://",
        "proxy example,                      proxy example",
        "http://user:secret@proxy:port,      http://proxy:port",
        "user:sec@ret@:80,                   :80"})
    void keepsWhatIsNoProxyWithoutItsPassword(String value, String host) {
        ProxySetting setting = ProxyText.setting("https", value, "environment https_proxy", List.of());
        assertThat(setting.host()).isEqualTo(host).doesNotContain("sec");
        assertThat(setting.source()).isEqualTo("environment https_proxy (malformed)");
        assertThat(setting.scheme()).isEqualTo("https");
    }

    @Test
    void environmentPrefersSmallLettersAndTheOwnVariable() {
        List<ProxySetting> found = ProxyText.environment(Map.of("http_proxy", "a:1", "HTTP_PROXY", "b:2", "ALL_PROXY", "c:3",
            "no_proxy", "localhost, .lan 10.0.0.0/8", "HTTPS_PROXY", " "));
        assertThat(found).containsExactly(
            new ProxySetting("http", "a", 1, "environment http_proxy", List.of("localhost", ".lan", "10.0.0.0/8"), false),
            new ProxySetting("https", "c", 3, "environment ALL_PROXY", List.of("localhost", ".lan", "10.0.0.0/8"), false));
        assertThat(ProxyText.environment(Map.of("http_proxy", ""))).isEmpty();
    }

    @Test
    void readsWhatGnomePrints() {
        String manual = """
            org.gnome.system.proxy autoconfig-url ''
            org.gnome.system.proxy ignore-hosts ['localhost', '127.0.0.0/8']
            org.gnome.system.proxy mode 'manual'
            org.gnome.system.proxy.http authentication-user 'me'
            org.gnome.system.proxy.http host 'proxy.example'
            org.gnome.system.proxy.http port 8080
            org.gnome.system.proxy.http use-authentication true
            org.gnome.system.proxy.https host ''
            org.gnome.system.proxy.https port 0
            """;
        assertThat(ProxyText.gnome(manual)).containsExactly(
            new ProxySetting("http", "proxy.example", 8080, "desktop GNOME", List.of("localhost", "127.0.0.0/8"), true));
        assertThat(ProxyText.gnome(manual.replace("'manual'", "'none'"))).isEmpty();
        assertThat(ProxyText.gnome(manual.replace("'manual'", "'auto'")
            .replace("url ''", "url 'http://u:p@wpad.lan:81/wpad.dat'")))
            .containsExactly(new ProxySetting("pac", "wpad.lan", 81, "pac http://wpad.lan:81/wpad.dat", List.of(), false));
    }

    @Test
    void readsKdeSettings() {
        String manual = "[Other]\nProxyType=2\n[Proxy Settings]\nNoProxyFor=localhost,.lan\nProxyType=1\nhttpProxy=http://proxy.lan 3128\nhttpsProxy=\n";
        assertThat(ProxyText.kde(manual)).containsExactly(
            new ProxySetting("http", "proxy.lan", 3128, "desktop KDE", List.of("localhost", ".lan"), false));
        assertThat(ProxyText.kde(manual.replace("ProxyType=1", "ProxyType=0"))).isEmpty();
        assertThat(ProxyText.kde("[Proxy Settings]\nProxyType=2\nProxy Config Script=http://wpad/p.pac\n"))
            .extracting(ProxySetting::source)
            .containsExactly("pac http://wpad/p.pac");
    }
}
