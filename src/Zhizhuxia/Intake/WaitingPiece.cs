using Zhizhuxia.Submissions;

namespace Zhizhuxia.Intake;

/// <summary>A piece that is ready but for its number and the commit.</summary>
internal sealed class WaitingPiece(Submission piece, PieceRequest request)
{
    private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Submission Piece => piece;

    public PieceRequest Request => request;

    /// <summary>It is on disk. False: its key was used before.</summary>
    public bool IsTaken { get; set; }

    /// <summary>Ends, or fails, as its commit did.</summary>
    public Task Over => _over.Task;

    public void End(Task commit) => _over.SetFromTask(commit);
}
