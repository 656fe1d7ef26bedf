using System.Net;

namespace Zhizhuxia.FunctionalTests.Intake;

/// <summary>Addresses that must not be opened: everything that some reader of addresses takes for its own house or its neighbours.</summary>
internal static class HostileAddresses
{
    /// <summary>Names whose answers are not all public.</summary>
    public static IReadOnlyDictionary<string, IPAddress[]> Names { get; } = new[]
    {
        "loop.example.org 127.0.0.1", "loop6.example.org ::1", "both.example.org 93.184.215.14 127.0.0.1", "last.example.org 93.184.215.14 2606:2800:21f:cb07:6820:80da:af6b:8b2c ::1",
        "zero.example.org 0.0.0.0", "any6.example.org ::", "ten.example.org 10.0.0.1", "b.example.org 172.16.5.4", "c.example.org 192.168.1.1", "link.example.org 169.254.169.254",
        "cgn.example.org 100.100.100.200", "azure.example.org 168.63.129.16", "mapped.example.org ::ffff:127.0.0.1", "mapped10.example.org ::ffff:10.1.2.3", "compat.example.org ::127.0.0.1",
        "nat64.example.org 64:ff9b::7f00:1", "nat64l.example.org 64:ff9b:1::a00:1", "sixtofour.example.org 2002:7f00:1::", "teredo.example.org 2001:0:7f00:1::1", "ula.example.org fd00:ec2::254",
        "link6.example.org fe80::1%2", "site6.example.org fec0::1", "multi.example.org 224.0.0.1", "multi6.example.org ff02::1", "broad.example.org 255.255.255.255", "class-e.example.org 240.0.0.1",
        "doc.example.org 192.0.2.1", "doc6.example.org 2001:db8::1", "doc7.example.org 3fff::1", "bench.example.org 198.18.0.1", "test3.example.org 203.0.113.9", "orchid.example.org 2001:20::1",
        "as112.example.org 192.175.48.1", "ietf.example.org 192.0.0.170", "relay.example.org 192.88.99.1", "discard.example.org 100::1", "srv6.example.org 5f00::1", "none.example.org",
    }.Select(row => row.Split(' ')).ToDictionary(row => row[0], row => row[1..].Select(IPAddress.Parse).ToArray());

    public static IReadOnlyList<string> All { get; } =
    [
        .. Names.Keys.Select(name => $"http://{name}/page"),
        .. Names.Keys.Take(8).Select(name => $"https://{name}/page"),
        // 127.0.0.1 in every notation
        "http://127.0.0.1/", "http://127.0.0.1./", "http://127.1/", "http://127.0.1/", "http://127.000.000.001/", "http://0177.0.0.1/", "http://0177.0.0.01/", "http://00000177.1/",
        "http://0x7f.0.0.1/", "http://0x7f.1/", "http://0X7F000001/", "http://0x7f000001/", "http://2130706433/", "http://017700000001/", "http://0x7f.0x0.0x0.0x1/", "http://127.0.0.0x1/",
        "http://127.255.255.254/", "http://4294967296/", "http://0/", "http://0.0.0.0/", "http://0x0/", "http://00.0/", "http://①②⑦.⓪.⓪.①/", "http://127。0。0。1/", "http://127．0．0．1/", "http://１２７.0.0.1/",
        "http://127｡0｡0｡1/", "http://%31%32%37.0.0.1/", "http://127.0.0.1%2e/", "http://127.0.0.1%00.example.org/", "http://127.0.0.1:80/", "https://127.0.0.1:443/", "http://1.2.3.4.5/", "http://a.127.0.0.1/", "http://a.0x7f/",
        // IPv6
        "http://[::1]/", "http://[::]/", "http://[0:0:0:0:0:0:0:1]/", "http://[::ffff:127.0.0.1]/", "http://[::ffff:7f00:1]/", "http://[::127.0.0.1]/", "http://[::1%25lo]/", "http://[fe80::1%25eth0]/", "http://[fe80::1]/",
        "http://[64:ff9b::127.0.0.1]/", "http://[2002:7f00:1::]/", "http://[fd00:ec2::254]/", "http://[::ffff:169.254.169.254]/", "http://[2606:2800:21f:cb07:6820:80da:af6b:8b2c]/", "http://[v1.x]/",
        // Neighbours and clouds
        "http://10.0.0.1/", "http://172.16.0.1/", "http://172.31.255.255/", "http://192.168.0.1/", "http://169.254.169.254/latest/meta-data/", "http://169.254.170.2/", "http://100.100.100.200/", "http://168.63.129.16/", "http://2852039166/", "http://0xa9fea9fe/",
        "http://93.184.215.14/",
        // Names of the house
        "http://localhost/", "http://LOCALHOST/", "http://localhost./", "http://x.localhost/", "http://printer.local/", "http://metadata.google.internal/", "http://metadata/", "http://1.0.0.127.in-addr.arpa/", "http://intranet/", "http://ⓛocalhost/",
        // Other schemes, users, ports, broken words
        "ftp://open.example.org/page", "file:///etc/passwd", "gopher://open.example.org/", "javascript:alert(1)", "data:text/html,x", "//open.example.org/page", "open.example.org/page", "/page", "http:/open.example.org/page",
        "http://user@open.example.org/page", "http://user:pass@open.example.org/page", "http://@open.example.org/page", "http://open.example.org@127.0.0.1/", "http://127.0.0.1@open.example.org/", "http://open.example.org:8080/page", "http://open.example.org:443/page", "https://open.example.org:80/page",
        "http://open.example.org\\@127.0.0.1/", "http:\\\\127.0.0.1/", "http://127.0.0.1\\.example.org/", "http://open.example.org/ page", "http://open.example.org/\r\nHost: x", "http://open.example.org/\tpage", " http://open.example.org/page", "http://open..example.org/", "http://.example.org/", "http://", "",
        "http://open.example.org/" + new string('a', 2048),
    ];
}
