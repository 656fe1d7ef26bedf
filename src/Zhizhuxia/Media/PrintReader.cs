using System.Runtime.InteropServices;
using Zhizhuxia.Alike;

namespace Zhizhuxia.Media;

/// <summary>Turns the raw pictures and sound that a run has left in its folder into the film's fingerprint.</summary>
/// <param name="folder">Where the outputs lie.</param>
public sealed class PrintReader(string folder)
{
    /// <summary>Reads both; a film without sound has no hashes of it.</summary>
    public async Task<FilmPrint> ReadAsync(CancellationToken ct)
    {
        var pictures = new List<PictureHash?>();
        await ReadAsync(PrintBranches.PictureFile, PictureHasher.Bytes, block => pictures.Add(PictureHasher.Of(block.Span)), ct);
        var sound = new SoundHasher();
        await ReadAsync(PrintBranches.SoundFile, sizeof(short), block => sound.Add(MemoryMarshal.Cast<byte, short>(block.Span)), ct, SoundHasher.Rate);
        return new(pictures, sound.Finish());
    }

    private async Task ReadAsync(string name, int unit, Action<ReadOnlyMemory<byte>> take, CancellationToken ct, int units = 1)
    {
        var path = Path.Combine(folder, name);
        if (!File.Exists(path))
            return;
        await using var file = File.OpenRead(path);
        var block = new byte[unit * units];
        for (var read = block.Length; read == block.Length;)
        {
            read = await file.ReadAtLeastAsync(block, block.Length, throwOnEndOfStream: false, ct);
            if (read >= unit)
                take(block.AsMemory(0, read / unit * unit));
        }
    }
}
