using System.Collections.Concurrent;
using System.Diagnostics;

namespace Zhizhuxia.FunctionalTests;

/// <summary>The worker's program as a child process. Dispose kills it.</summary>
public sealed class WorkerProcess : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _output = new();
    private readonly Process _process;

    private WorkerProcess(Process process)
    {
        _process = process;
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Path of the built program.</summary>
    public static string Assembly { get; } = Path.Combine(
        PortalProgram.RepositoryRoot(), "src", "Zhizhuxia.Worker", "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0", "Zhizhuxia.Worker.dll");

    /// <summary>What it has printed so far.</summary>
    public IReadOnlyCollection<string> Output => _output;

    /// <param name="arguments">Settings as on a command line, for example <c>--Storage:Root=…</c>.</param>
    public static WorkerProcess Start(IEnumerable<string> arguments) =>
        new(Process.Start(new ProcessStartInfo("dotnet", [Assembly, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!);

    /// <summary>SIGSTOP (19) and SIGCONT (18), for example.</summary>
    public void Signal(int signal) => _ = PortalProcess.Signal(_process.Id, signal);

    /// <summary>kill -9, and waits for the end.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>SIGTERM, and waits for the end.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> StopAsync()
    {
        Signal(15);
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await KillAsync();
        _process.Dispose();
    }

    private void Keep(string? line)
    {
        if (line is not null)
            _output.Enqueue(line);
    }
}
