using System.Net;

namespace Zhizhuxia.FunctionalTests.Uploads;

/// <summary>A body whose length is not told.</summary>
internal sealed class Chunked(byte[] bytes) : HttpContent
{
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => stream.WriteAsync(bytes).AsTask();

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
