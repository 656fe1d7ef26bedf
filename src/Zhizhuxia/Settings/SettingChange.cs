using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Zhizhuxia.Settings;

/// <summary>One change of a document; only ever added. Changes form a chain as the steps of a piece do, so that a row changed by hand is found.</summary>
public sealed class SettingChange
{
    /// <summary>1, 2, 3 … over all documents.</summary>
    public required int Number { get; init; }

    public required string Key { get; init; }

    public required Guid EditorId { get; init; }

    public required string EditorName { get; init; }

    /// <summary>JSON: what held, set or by default; null: there was nothing, or it was not kept.</summary>
    public required string? Before { get; init; }

    /// <summary>JSON; null: back to the default.</summary>
    public required string? After { get; init; }

    /// <summary>To the microsecond: what every database keeps.</summary>
    public required DateTimeOffset At { get; init => field = value.AddTicks(-(value.Ticks % TimeSpan.TicksPerMicrosecond)); }

    public required string PreviousHash { get; init; }

    public string Hash { get; private set; } = "";

    public SettingChange Sealed()
    {
        Hash = ComputeHash();
        return this;
    }

    /// <summary>Number of the first change that was altered, removed or put in by hand; null if the history is whole.</summary>
    /// <param name="changes">All, in their order.</param>
    public static int? BrokenAt(IEnumerable<SettingChange> changes)
    {
        var (number, hash) = (0, "");
        foreach (var change in changes)
        {
            number++;
            if (change.Number != number || change.PreviousHash != hash || change.Hash != change.ComputeHash())
                return number;
            hash = change.Hash;
        }
        return null;
    }

    private string ComputeHash() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n',
        PreviousHash, Number.ToString(CultureInfo.InvariantCulture), Key, EditorId.ToString("N"), EditorName, At.UtcTicks.ToString(CultureInfo.InvariantCulture), Before ?? "-", After ?? "-"))));
}
