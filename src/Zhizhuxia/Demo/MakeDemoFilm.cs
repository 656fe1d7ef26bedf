using Microsoft.Extensions.Options;
using Zhizhuxia.Media;
using Zhizhuxia.Storage;

namespace Zhizhuxia.Demo;

/// <summary>Makes a film of the demo with ffmpeg. Its only inputs are our own expressions.</summary>
public sealed class MakeDemoFilm(FfmpegProcess processes, MediaTools tools, IOptions<StorageOptions> storage)
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(3);

    /// <returns>Path of the film; the caller deletes it.</returns>
    /// <exception cref="InvalidDataException">ffmpeg did not make it.</exception>
    /// <exception cref="FileNotFoundException">There is no ffmpeg.</exception>
    public async Task<string> RunAsync(DemoFilm film, CancellationToken ct)
    {
        var folder = Directory.CreateDirectory(storage.Value.Folder("work")).FullName;
        var path = Path.Combine(folder, $"demo-{Guid.NewGuid():N}.mp4");
        var made = false;
        try
        {
            var end = await processes.RunAsync(new(new(tools.Ffmpeg, [.. film.Arguments(), path]), Deadline), ct);
            made = end.Succeeded;
            return made ? path : throw new InvalidDataException($"ffmpeg ended with {end.ExitCode}: {end.Errors}");
        }
        finally
        {
            if (!made)
                File.Delete(path);
        }
    }
}
