using Azure;

namespace Zhizhuxia.Storage;

/// <summary>What an upload's blob is made of.</summary>
/// <param name="Tag">Of the blob when it was asked; null: there was none.</param>
internal sealed record StagedBlocks(IReadOnlyList<StagedBlock> Blocks, ETag? Tag)
{
    /// <summary>In bytes.</summary>
    public long Length => Blocks.Sum(block => block.Length);

    /// <summary>The blocks of the first <paramref name="length"/> bytes. Offsets grow by whole appends, so there is always a seam.</summary>
    /// <exception cref="InvalidDataException">There is none: the row and the blob do not agree.</exception>
    public List<StagedBlock> UpTo(long length)
    {
        List<StagedBlock> kept = [];
        foreach (var block in Blocks)
        {
            if (length == 0)
                break;
            kept.Add(block);
            length -= block.Length;
        }
        return length == 0 ? kept : throw new InvalidDataException("The upload's blocks do not meet its offset");
    }
}

/// <summary>One block of a blob.</summary>
/// <param name="Name">Base64.</param>
/// <param name="Length">In bytes.</param>
internal readonly record struct StagedBlock(string Name, long Length);
