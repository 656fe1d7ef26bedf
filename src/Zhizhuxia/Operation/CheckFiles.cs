using System.Runtime.CompilerServices;
using Zhizhuxia.Data;

namespace Zhizhuxia.Operation;

/// <summary>Is every file there that a row names, as long as the row says and with its hash?</summary>
public sealed class CheckFiles(PortalDb db, FileRoom room)
{
    private const int Rounds = 5;

    /// <summary>Files looked at so far.</summary>
    public int Files { get; private set; }

    /// <summary>Bytes read so far.</summary>
    public long Bytes { get; private set; }

    /// <param name="hashes">False: only that they are there and how long they are, without reading them.</param>
    public async IAsyncEnumerable<Finding> RunAsync(bool hashes, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var row in NamedFiles.ReadAsync(db, ct))
            foreach (var finding in await OfAsync(row, hashes, ct))
                yield return finding;
    }

    /// <summary>The row is written before its files go: what is missing is missing only if the row, asked again, still says the same.</summary>
    private async Task<IReadOnlyList<Finding>> OfAsync(RowFiles row, bool hashes, CancellationToken ct)
    {
        for (var round = 1; ; round++)
        {
            var findings = await LookAsync(row, hashes, ct);
            if (findings.Count == 0)
                return findings;
            var again = await NamedFiles.AgainAsync(db, row, ct);
            if (again.IsSame(row) || round == Rounds)
                return findings;
            row = again;
        }
    }

    private async Task<List<Finding>> LookAsync(RowFiles row, bool hashes, CancellationToken ct)
    {
        List<Finding> findings = [];
        foreach (var file in row.Files)
            if (await LookAsync(file, row, hashes, ct) is { } finding)
                findings.Add(finding);
        if (findings.Count > 0)
            return findings;
        foreach (var sum in row.Sums)
        {
            long bytes = 0;
            foreach (var key in sum.Keys)
                bytes += await room.LengthAsync(key, ct) ?? 0;
            if (bytes != sum.Bytes)
                findings.Add(Finding.WrongSum(sum, row, bytes));
        }
        return findings;
    }

    private async Task<Finding?> LookAsync(NamedFile file, RowFiles row, bool hashes, CancellationToken ct)
    {
        await using var opened = await room.OpenAsync(file, ct);
        if (opened is null)
            return Finding.Missing(file, row);
        Files++;
        var length = opened.Content.Length;
        if (file.Place is FilePlace.Blobs ? file.Bytes is { } exactly && length != exactly : length < file.Bytes)
            return Finding.WrongLength(file, row, length);
        if (!hashes || file.Sha256 is null)
            return null;
        var read = await opened.ReadAsync(file.Bytes ?? length, null, ct);
        Bytes += read.Bytes;
        return read.Sha256 == file.Sha256 ? null : Finding.WrongHash(file, row);
    }
}
