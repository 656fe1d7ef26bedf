using System.Diagnostics;
using System.Globalization;

namespace Zhizhuxia.FunctionalTests.Infra;

/// <summary>The health check of the web image.</summary>
public sealed class HealthyTests
{
    [Fact]
    public async Task It_is_well_while_the_portal_takes_readers_and_not_without_its_key_or_its_process()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var portal = await PortalProcess.StartAsync(new Dictionary<string, string> { ["Jobs:Run"] = "None" }, ct);
        var key = Path.Combine(portal.DataFolder, "keys", "newsroom.key");

        Assert.Equal(0, await AskAsync(portal.Address.Port, ct));
        File.Move(key, key + ".aside");
        Assert.Equal(1, await AskAsync(portal.Address.Port, ct));
        await portal.KillAsync();
        Assert.Equal(1, await AskAsync(portal.Address.Port, ct));
    }

    private static async Task<int> AskAsync(int port, CancellationToken ct)
    {
        var script = Path.Combine(PortalProgram.RepositoryRoot(), "infra/docker/healthy.sh");
        using var process = Process.Start(new ProcessStartInfo("bash", [script, port.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardError = true })!;
        await process.StandardError.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct);
        return process.ExitCode;
    }
}
