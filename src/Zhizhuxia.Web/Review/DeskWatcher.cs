using System.Threading.Channels;
using Zhizhuxia.Review;

namespace Zhizhuxia.Web.Review;

/// <summary>One open page. Only the newest look counts: a slow browser is not told of what is over.</summary>
internal sealed class DeskWatcher(Guid editor, Guid? piece, Action<DeskWatcher> leave) : IDisposable
{
    private readonly Channel<DeskStamps?> _looks = Channel.CreateBounded<DeskStamps?>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });

    public Guid Editor => editor;

    public Guid? Piece => piece;

    /// <summary>Each look, about one a second; null where it failed. Ends when the program does.</summary>
    public IAsyncEnumerable<DeskStamps?> LooksAsync(CancellationToken ct) => _looks.Reader.ReadAllAsync(ct);

    public void Tell(DeskStamps? stamps) => _looks.Writer.TryWrite(stamps);

    public void End() => _looks.Writer.TryComplete();

    public void Dispose() => leave(this);
}
