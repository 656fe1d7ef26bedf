using Microsoft.Extensions.Options;
using Zhizhuxia.Jobs;
using Zhizhuxia.Storage;

namespace Zhizhuxia.Media;

/// <summary>Scratch space of one attempt of a job; what a killed attempt left behind goes when the next one begins.</summary>
public sealed class JobFolder : IDisposable
{
    private JobFolder(string path) => Path = path;

    /// <summary>Absolute path of an empty folder.</summary>
    public string Path { get; }

    /// <summary>Opens the folder of this attempt and removes those of earlier ones.</summary>
    public static JobFolder Open(IOptions<StorageOptions> storage, JobContext job)
    {
        var work = Directory.CreateDirectory(storage.Value.Folder("work"));
        foreach (var former in work.EnumerateDirectories($"{job.Id:N}-*"))
            former.Delete(recursive: true);
        return new JobFolder(work.CreateSubdirectory($"{job.Id:N}-{job.Attempt}").FullName);
    }

    /// <summary>Full path of a file in it.</summary>
    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Removes it with all that is in it.</summary>
    public void Dispose() => Directory.Delete(Path, recursive: true);
}
