using System.Globalization;
using System.Text.RegularExpressions;
using QRCoder;
using Zhizhuxia.Publishing;

namespace Zhizhuxia.UnitTests.Publishing;

public partial class QrCodeTests
{
    [Theory]
    [InlineData("HTTPS://ZZX.EXAMPLE/V/7K3M9Q", 2)]
    [InlineData("https://zzx.example/v/7K3M9Q", 3)]
    [InlineData("HTTPS://VIDEO.NEWSPAPER.EXAMPLE/V/7K3M9QXX", 3)]
    [InlineData("261122", 1)]
    [InlineData("2611220", 1)]
    [InlineData("知株侠", 1)]
    public void A_code_for_print_is_small_and_reads_back(string text, int largest)
    {
        var code = QrCode.ForPrint(text);

        Assert.InRange(code.Version, 1, largest);
        Assert.Equal(text, QrCode.Read(code.Modules));
    }

    [Theory]
    [InlineData(QRCodeGenerator.ECCLevel.L)]
    [InlineData(QRCodeGenerator.ECCLevel.M)]
    [InlineData(QRCodeGenerator.ECCLevel.Q)]
    [InlineData(QRCodeGenerator.ECCLevel.H)]
    public void Every_version_to_ten_and_every_level_reads_back(QRCodeGenerator.ECCLevel level)
    {
        for (var version = 1; version <= 10; version++)
        {
            for (var length = 1; length <= 7; length++)
            {
                var text = "Zz9:/?x"[..length];
                using var data = QRCodeGenerator.GenerateQrCode(text, level, requestedVersion: version);
                Assert.Equal((version, text), (data.Version, QrCode.Read(Modules(data))));
            }
        }
    }

    [Fact]
    public void A_long_address_reads_back_but_does_not_go_to_print()
    {
        var address = "https://zzx.example/status#" + new string('Q', 24);

        Assert.Equal(address, QrCode.Read(QrCode.Of(address).Modules));
        Assert.Throws<QrCodeException>(() => QrCode.ForPrint(address));
    }

    [Fact]
    public void A_flipped_module_is_never_read_as_something_else()
    {
        const string text = "HTTPS://ZZX.EXAMPLE/V/7K3M9Q";
        var whole = QrCode.ForPrint(text);
        for (var i = 0; i < whole.Size * whole.Size; i++)
        {
            var modules = whole.Modules;
            modules[i / whole.Size, i % whole.Size] ^= true;

            var read = Record.Exception(() => Assert.Equal(text, QrCode.Read(modules)));

            Assert.True(read is null or QrCodeException, $"module {i}: {read?.Message}");
        }
    }

    [Fact]
    public void What_is_no_code_is_refused()
    {
        Assert.Throws<QrCodeException>(() => QrCode.Read(new bool[21, 20]));
        Assert.Throws<QrCodeException>(() => QrCode.Read(new bool[22, 22]));
        Assert.Throws<QrCodeException>(() => QrCode.Read(new bool[61, 61]));
        Assert.Throws<QrCodeException>(() => QrCode.Read(new bool[25, 25]));
    }

    [Fact]
    public void The_drawing_has_every_module_once_and_four_of_white_around()
    {
        var code = QrCode.ForPrint("HTTPS://ZZX.EXAMPLE/V/7K3M9Q");

        var svg = code.ToSvg(0.6);

        var side = code.Size + 8;
        Assert.StartsWith($"""<svg xmlns="http://www.w3.org/2000/svg" width="{side * 0.6:0.###}mm" """, svg, StringComparison.Ordinal);
        Assert.Contains($"""viewBox="0 0 {side} {side}" """, svg, StringComparison.Ordinal);
        var drawn = new bool[code.Size, code.Size];
        foreach (Match run in Run().Matches(svg))
        {
            for (var i = 0; i < Number(run, 3); i++)
                drawn[Number(run, 2) - 4, Number(run, 1) - 4 + i] ^= true;
        }

        Assert.Equal(code.Modules, drawn);
    }

    [GeneratedRegex(@"M(\d+) (\d+)h(\d+)v1h-\3z")]
    private static partial Regex Run();

    private static int Number(Match run, int group) => int.Parse(run.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    private static bool[,] Modules(QRCodeData data)
    {
        var size = data.ModuleMatrix.Count - 8;
        var modules = new bool[size, size];
        for (var i = 0; i < size * size; i++)
            modules[i / size, i % size] = data.ModuleMatrix[(i / size) + 4][(i % size) + 4];
        return modules;
    }
}
