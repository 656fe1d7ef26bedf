using System.Net;
using Zhizhuxia.FunctionalTests.Uploads;

namespace Zhizhuxia.FunctionalTests.Infra;

/// <summary>The body of a PATCH that sends a part and holds the rest back until it is told to go on.</summary>
internal sealed class HeldBody : HttpContent
{
    private readonly byte[] _bytes;
    private readonly int _first;
    private readonly TaskCompletionSource _sent = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _goOn = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <param name="bytes">All.</param>
    /// <param name="first">How many go at once.</param>
    public HeldBody(byte[] bytes, int first)
    {
        (_bytes, _first) = (bytes, first);
        Headers.ContentType = new(TusClient.OffsetStream);
    }

    /// <summary>Ends when the first part has been handed over.</summary>
    public Task Sent => _sent.Task;

    public void GoOn() => _goOn.TrySetResult();

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync(_bytes.AsMemory(0, _first));
        await stream.FlushAsync();
        _sent.TrySetResult();
        await _goOn.Task;
        await stream.WriteAsync(_bytes.AsMemory(_first));
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _bytes.Length;
        return true;
    }
}
