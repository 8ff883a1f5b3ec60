package org.faultline.host.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.faultline.host.linux.Recorded.ip;

import java.util.Map;
import java.util.Optional;
import org.faultline.host.Errno;
import org.faultline.host.IcmpError;
import org.faultline.host.Transport;
import org.faultline.host.linux.SockDiagMessages.RawListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sockets, control messages, ICMP packets and counters as recorded. */
class RecordedMessagesTest {

    /** Java binds IPv6 sockets also for IPv4 addresses; one connection was waiting at 8080. */
    @Test
    void listeners() {
        assertThat(SockDiagMessages.listeners(Recorded.bytes("listeners-tcp6.bin"), Transport.TCP)).hasSize(2)
            .anySatisfy(it -> {
                assertThat(it.address()).isEqualTo(ip("127.0.0.1"));
                assertThat(it.port()).isEqualTo(8080);
                assertThat(it.queued()).isEqualTo(1);
                assertThat(it.backlog()).isEqualTo(7);
                assertThat(it.v6Only()).isFalse();
                assertThat(it.uid()).isZero();
                assertThat(it.inode()).isPositive();
            })
            .anySatisfy(it -> {
                assertThat(it.address()).isEqualTo(ip("::"));
                assertThat(it.port()).isEqualTo(8443);
                assertThat(it.queued()).isZero();
                assertThat(it.backlog()).isEqualTo(9);
            });
        assertThat(SockDiagMessages.listeners(Recorded.bytes("listeners-udp6.bin"), Transport.UDP))
            .extracting(RawListener::port).containsExactly(5353);
        assertThat(SockDiagMessages.listeners(Recorded.bytes("listeners-tcp4.bin"), Transport.TCP)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"control-reply4.bin", "control-reply6.bin"})
    void aReplyComesWithTimeAndTtl(String file) {
        ControlMessages told = ControlMessages.parse(Recorded.bytes(file));
        assertThat(told.ttl()).isEqualTo(63);
        assertThat(told.stamp()).isGreaterThan(1_700_000_000_000_000_000L);
        assertThat(told.error()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"control-error4.bin, 10.0.1.1, 3, 1, EHOSTUNREACH", "control-error6.bin, fd01::1, 1, 0, ENETUNREACH"})
    void anErrorComesWithItsSender(String file, String from, int type, int code, Errno errno) {
        assertThat(ControlMessages.parse(Recorded.bytes(file)).error()).hasValueSatisfying(error -> {
            assertThat(error.errno()).isEqualTo(errno);
            assertThat(error.icmp()).contains(new IcmpError(ip(from), type, code, 0));
        });
    }

    /** They were sent with the identifier 77, the token 99 and the sequence 3. */
    @ParameterizedTest
    @CsvSource({"4, false", "6, true"})
    void icmpPackets(int family, boolean v6) {
        IcmpPacket ours = new IcmpPacket(v6, 77, 99);
        byte[] reply = Recorded.bytes("data-reply" + family + ".bin");
        byte[] quotation = Recorded.bytes("data-error" + family + ".bin");
        assertThat(ours.reply(reply, true, 32)).contains(3);
        assertThat(ours.quoted(quotation, true)).contains(3);
        assertThat(new IcmpPacket(v6, 78, 99).reply(reply, true, 32)).as("another program's identifier").isEmpty();
        assertThat(new IcmpPacket(v6, 77, 98).reply(reply, true, 32)).as("another token").isEmpty();
        assertThat(new IcmpPacket(v6, 78, 99).quoted(quotation, true)).isEmpty();
        assertThat(new IcmpPacket(!v6, 77, 99).reply(reply, true, 32)).as("the other family").isEmpty();
    }

    @Test
    void theChecksumOfARequestIsRight() {
        byte[] request = new IcmpPacket(false, 0x1234, 0x0102030405060708L).request(7, 9);
        int sum = 0;
        for (int i = 0; i < request.length; i += 2) {
            sum += (request[i] & 0xFF) << 8 | (i + 1 < request.length ? request[i + 1] & 0xFF : 0);
        }
        assertThat((sum & 0xFFFF) + (sum >> 16)).isEqualTo(0xFFFF);
    }

    @Test
    void counters() {
        assertThat(MibCounters.paired(Recorded.text("snmp.txt"))).containsKeys("Ip.InReceives", "Tcp.InCsumErrors",
            "Icmp.InEchos", "Udp.InErrors")
            .containsEntry("Ip.DefaultTTL", 64L).containsEntry("Tcp.MaxConn", -1L);
        assertThat(MibCounters.paired(Recorded.text("netstat.txt"))).containsKeys("TcpExt.IPReversePathFilter", "IpExt.InOctets");
        assertThat(MibCounters.named(Recorded.text("snmp6.txt"))).containsKeys("Ip6InReceives", "Icmp6InCsumErrors");
        assertThat(MibCounters.devices(Recorded.text("dev.txt"))).containsKeys("Dev.lo.RxPackets", "Dev.eth0.TxErrors",
            "Dev.eth0.RxFrame");
    }

    @Test
    void aLineOfNamesWithoutItsNumbersIsPassedOver() {
        assertThat(MibCounters.paired("Ip: A B\nTcp: 1 2\nUdp: C\nUdp: 5\nIp: D")).isEqualTo(Map.of("Udp.C", 5L));
    }

    @Test
    void arp() {
        byte[] own = {2, 0, 0, 0, 0, 1};
        byte[] other = {2, 0, 0, 0, 0, 2};
        byte[] address = {10, 0, 0, 9};
        byte[] reply = ArpPacket.probe(other, address);
        System.arraycopy(address, 0, reply, 14, 4);
        assertThat(ArpPacket.claimant(reply, address, own)).contains("02:00:00:00:00:02");
        assertThat(ArpPacket.claimant(reply, address, other)).as("our own packet").isEmpty();
        assertThat(ArpPacket.claimant(ArpPacket.probe(other, address), address,
            own)).as("somebody else's probe claims nothing").isEmpty();
        assertThat(ArpPacket.hardwareAddress(ArpPacket.linkAddress(4, own))).isEqualTo(own);
    }

    @Test
    void rulesOfThePacketFilter() {
        assertThat(PacketFilter.keepingOrTurning("""
            table inet f { # handle 3
            \tchain o {
            \t\ttype filter hook output priority filter; policy drop;
            \t\toif "lo" accept
            \t\ttcp dport 80 redirect to :3128
            \t\tip daddr 192.0.2.1 counter packets 0 bytes 0 reject with icmp host-unreachable
            :INPUT DROP [0:0]
            -A OUTPUT -d 192.0.2.0/24 -j DROP
            # dropped yesterday: drop
            """)).containsExactly("type filter hook output priority filter; policy drop;", "tcp dport 80 redirect to :3128",
            "ip daddr 192.0.2.1 counter packets 0 bytes 0 reject with icmp host-unreachable", ":INPUT DROP [0:0]",
            "-A OUTPUT -d 192.0.2.0/24 -j DROP");
        assertThat(PacketFilter.netAdmin("000001fffeffffff")).isTrue();
        assertThat(PacketFilter.netAdmin("0000000000000000")).isFalse();
        assertThat(PacketFilter.netAdmin("rubbish")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"wlan0, 96", "wlan1, 57", "wlan2, ", "wlan9, "})
    void wirelessSignal(String link, Integer percent) {
        String text = """
            Inter-| sta-|   Quality        |   Discarded packets               | Missed | WE
             face | tus | link level noise |  nwid  crypt   frag  retry   misc | beacon | 22
             wlan0: 0000   58.  -52.  -256        0      0      0      0     12        0
             wlan1: 0000   40.    0.  -256        0      0      0      0     12        0
             wlan2: 0000
            """;
        assertThat(WirelessSignal.percent(text, link)).isEqualTo(Optional.ofNullable(percent));
    }

    @ParameterizedTest
    @CsvSource({"0, NONE", "12, NONE", "-1, EPERM", "-13, EACCES", "-22, EINVAL", "-98, EADDRINUSE", "-99, EADDRNOTAVAIL",
        "-101, ENETUNREACH", "-111, ECONNREFUSED", "-113, EHOSTUNREACH", "-4095, OTHER"})
    void errnos(int result, Errno errno) {
        assertThat(Errnos.of(result)).isEqualTo(errno);
    }
}
