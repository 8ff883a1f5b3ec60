package org.faultline.host.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.faultline.host.exchange.HostsFile.Encoding;
import org.faultline.host.exchange.NameServiceSwitch.Status;
import org.faultline.host.exchange.ResolverFile.Options;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationTextTest {

    private static InetAddress address(String text) {
        return InetAddress.ofLiteral(text);
    }

    private static HostsFile hosts(String text) {
        return HostsFile.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void hostsFileGivesAddressesInItsOrder() {
        HostsFile file = hosts("# comment\n127.0.0.1\tlocalhost LocalHost.example # end\r\n\n::1 localhost\n10.1.2.3 nas\nfe80::1%lo0 localhost\n");
        assertThat(file.readable()).isTrue();
        assertThat(file.badLines()).isEmpty();
        assertThat(file.addressesOf("LOCALHOST")).containsExactly(address("127.0.0.1"), address("::1"), address("fe80::1"));
        assertThat(file.addressesOf("localhost.example")).containsExactly(address("127.0.0.1"));
        assertThat(file.entries().get(2)).isEqualTo(new HostsFile.Entry(5, address("10.1.2.3"), List.of("nas")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.1 localhost", "localhost 127.0.0.1", "127.0.0.1", "300.0.0.1 a", "0x7f.0.0.1 a", ":::1 a",
        "1.2.3.4%eth0 a"})
    void linesThatProgramsDoNotUnderstandAreBad(String line) {
        HostsFile file = hosts("10.0.0.1 good\n" + line);
        assertThat(file.badLines()).containsExactly(2);
        assertThat(file.entries()).hasSize(1);
    }

    @Test
    void hostsFileInAnotherEncodingIsNotReadable() {
        String text = "127.0.0.1 localhost\n";
        assertThat(HostsFile.parse(text.getBytes(StandardCharsets.UTF_16)).encoding()).isEqualTo(Encoding.UTF16);
        assertThat(HostsFile.parse(text.getBytes(StandardCharsets.UTF_16LE)).encoding()).isEqualTo(Encoding.UTF16);
        assertThat(HostsFile.parse(text.getBytes(StandardCharsets.UTF_16BE)).entries()).isEmpty();
        HostsFile marked = hosts("\ufeff127.0.0.1 localhost\n::1 localhost\n");
        assertThat(marked.encoding()).isEqualTo(Encoding.UTF8_BOM);
        assertThat(marked.addressesOf("localhost")).containsExactly(address("::1"));
        assertThat(hosts("127.0.0.1 local\0host\n").encoding()).isEqualTo(Encoding.NUL_BYTES);
        assertThat(hosts("").readable()).isTrue();
    }

    @Test
    void resolverFileIsReadAsTheLibraryDoes() {
        ResolverFile file = ResolverFile.parse("""
            # made by hand
            ; also a comment
            domain old.example
            nameserver 192.0.2.1
            nameserver fe80::53%eth0
            nameserver fe80::54%7
            nameserver 2001:db8::1 # the rest is not read
            nameserver here
            search home.example lan
            options timeout:99 attempts:9 ndots:2 rotate edns0
            nonsense
            """);
        assertThat(file.servers()).extracting(ResolverFile.Server::line).containsExactly(4, 5, 6, 7);
        assertThat(file.servers().get(1).zone()).isEqualTo("eth0");
        assertThat(file.search()).containsExactly("home.example", "lan");
        assertThat(file.options()).isEqualTo(new Options(Duration.ofSeconds(30), 5, 2, true));
        assertThat(file.badLines()).containsExactly(8, 11);
        assertThat(file.resolvers(name -> name.equals("eth0") ? 3 : 0).servers()).hasSize(3).satisfies(servers -> {
            assertThat(servers.get(0)).isEqualTo(new InetSocketAddress("192.0.2.1", 53));
            assertThat(((Inet6Address) servers.get(1).getAddress()).getScopeId()).isEqualTo(3);
            assertThat(((Inet6Address) servers.get(2).getAddress()).getScopeId()).isEqualTo(7);
        });
        assertThat(ResolverFile.parse("").options()).isEqualTo(new Options(Duration.ofSeconds(5), 2, 1, false));
    }

    @Test
    void nameServiceSwitchKeepsOrderAndActions() {
        NameServiceSwitch order = NameServiceSwitch.parse("""
            passwd: files
             hosts:  files mdns4_minimal [NOTFOUND=return] resolve [!UNAVAIL=return] dns # hosts: none
            """);
        assertThat(order.hosts()).extracting(NameServiceSwitch.Service::name)
            .containsExactly("files", "mdns4_minimal", "resolve", "dns");
        assertThat(order.position("dns")).contains(3);
        assertThat(order.has("myhostname")).isFalse();
        assertThat(order.hosts().get(0).endsOn(Status.NOTFOUND)).isFalse();
        assertThat(order.hosts().get(0).endsOn(Status.SUCCESS)).isTrue();
        assertThat(order.hosts().get(1).endsOn(Status.NOTFOUND)).isTrue();
        assertThat(order.hosts().get(2).endsOn(Status.UNAVAIL)).isFalse();
        assertThat(order.hosts().get(2).endsOn(Status.TRYAGAIN)).isTrue();
        assertThat(NameServiceSwitch.parse("passwd: files").hosts()).isEmpty();
        assertThat(NameServiceSwitch.parse("hosts: [NOTFOUND=return files [broken dns").hosts()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "*.example.com,   www.example.com,   true", "*.example.com,   example.com,       false",
        "*.example.com,   a.www.example.com, false", "WWW.example.com, www.EXAMPLE.com.,  true",
        "*.com,           example.com,       false", "w*.example.com,  www.example.com,   false",
        "www.example.com, ww.example.com,    false", "*,               example,           false"})
    void wildcardStandsForOneWholeLabel(String pattern, String name, boolean matches) {
        assertThat(ServerNames.matches(pattern, name)).isEqualTo(matches);
    }
}
