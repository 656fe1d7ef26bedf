using System.Diagnostics;

namespace Zhizhuxia.FunctionalTests.Infra;

/// <summary>systemd's own opinion of the units, without a running systemd.</summary>
[NoDatabase]
public sealed class SystemdTests
{
    private const string Program = "/usr/bin/systemd-analyze";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>From 0 (closed) to 10, times ten. The worker's is what a box by user namespaces costs.</summary>
    [Theory]
    [InlineData("web", 15)]
    [InlineData("worker", 30)]
    public async Task A_unit_is_understood_and_not_more_exposed_than_it_must_be(string name, int most)
    {
        Assert.SkipUnless(File.Exists(Program), "systemd-analyze is not installed: package systemd");
        var folder = Directory.CreateTempSubdirectory("zzx-unit-").FullName;
        try
        {
            var (unit, dropIns) = (Path.Combine(folder, $"zhizhuxia-{name}.service"), Path.Combine(folder, $"zhizhuxia-{name}.service.d"));
            var source = Path.Combine(PortalProgram.RepositoryRoot(), "infra/systemd");
            var text = await File.ReadAllTextAsync(Path.Combine(source, Path.GetFileName(unit)), Ct);
            await File.WriteAllTextAsync(unit, text.Replace("ExecStart=/usr/bin/dotnet", "ExecStart=/bin/true", StringComparison.Ordinal), Ct); // wherever the runtime is here
            if (name == "worker")
                File.Copy(Path.Combine(source, "zhizhuxia-worker.service.d/outgoing.conf"), Path.Combine(Directory.CreateDirectory(dropIns).FullName, "outgoing.conf"));

            Assert.Equal((0, ""), await RunAsync("verify", "--man=no", unit));
            var (code, said) = await RunAsync("security", "--offline=yes", "--no-pager", $"--threshold={most}", unit);
            Assert.True(code == 0, said);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<(int Code, string Said)> RunAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(Ct), process.StandardError.ReadToEndAsync(Ct));
        await process.WaitForExitAsync(Ct);
        return (process.ExitCode, string.Concat(said));
    }
}
