using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Zhizhuxia.Media;

/// <summary>
/// The only place in the portal that starts a process. Every child is started from one dedicated thread that lives as
/// long as this object: the parent-death signal of bubblewrap follows the starting <em>thread</em>, so from a pool
/// thread a child would die when the pool retires that thread, and would survive nothing else.
/// </summary>
public sealed class FfmpegProcess : IDisposable
{
    private readonly BlockingCollection<Action> _starts = [];
    private long _processorTicks;

    /// <summary>Starts the starter thread.</summary>
    public FfmpegProcess() => new Thread(Start) { IsBackground = true, Name = "ffmpeg-starter" }.Start();

    /// <summary>User and system time of all children so far whose order counts it.</summary>
    public TimeSpan ProcessorTime => new(Interlocked.Read(ref _processorTicks));

    /// <summary>Runs one child to its end: standard input closed, or empty and open as long as we live; both outputs drained, nothing left behind.</summary>
    /// <returns>How it ended; a non-zero exit code is a result, not an error.</returns>
    /// <exception cref="FileNotFoundException">The program is not there: the machine is not set up.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; the whole tree was killed before this is thrown.</exception>
    public async Task<ProcessEnd> RunAsync(ProcessOrder order, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var clock = Stopwatch.StartNew();
        using var process = await StartAsync(order.Command);
        if (!order.LivesByStandardInput)
            process.StandardInput.Close();
        var output = new OutputPump(order.OnLine is null ? 1024 * 1024 : 0, order.OnLine);
        var meter = order.CountsProcessorTime ? new ProcessorMeter(order.OnErrorLine) : null;
        var errors = new OutputPump(64 * 1024, meter is null ? order.OnErrorLine : meter.ReadLine);
        var pumps = Task.WhenAll(
            output.DrainAsync(process.StandardOutput.BaseStream), errors.DrainAsync(process.StandardError.BaseStream));

        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(ct);
        deadline.CancelAfter(order.Deadline);
        var killed = false;
        try
        {
            await process.WaitForExitAsync(deadline.Token);
        }
        catch (OperationCanceledException)
        {
            killed = true;
            Kill(process);
            await process.WaitForExitAsync(CancellationToken.None);
        }
        await pumps;
        Interlocked.Add(ref _processorTicks, meter?.Time.Ticks ?? 0);
        ct.ThrowIfCancellationRequested();
        return new ProcessEnd(
            process.ExitCode, killed, output.Kept, output.Cut, meter is null ? errors.Kept : ProcessorMeter.Without(errors.Kept), clock.Elapsed);
    }

    /// <summary>Ends the starter thread; children still running die with it.</summary>
    public void Dispose() => _starts.CompleteAdding();

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception gone) when (gone is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It, or a part of its tree, ended in this very moment.
        }
    }

    private Task<Process> StartAsync(Command command)
    {
        var started = new TaskCompletionSource<Process>(TaskCreationOptions.RunContinuationsAsynchronously);
        _starts.Add(() =>
        {
            try
            {
                started.SetResult(Process.Start(Describe(command))!);
            }
            catch (Win32Exception missing)
            {
                started.SetException(new FileNotFoundException("The program cannot be started.", command.Program, missing));
            }
        });
        return started.Task;
    }

    private static ProcessStartInfo Describe(Command command)
    {
        var info = new ProcessStartInfo(command.Program, command.Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = "/",
        };
        info.Environment.Clear();
        info.Environment["PATH"] = "/usr/bin:/bin";
        info.Environment["LANG"] = "C.UTF-8";
        return info;
    }

    private void Start()
    {
        foreach (var start in _starts.GetConsumingEnumerable())
            start();
        _starts.Dispose();
    }
}
