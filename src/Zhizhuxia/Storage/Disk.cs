using System.Runtime.InteropServices;

namespace Zhizhuxia.Storage;

/// <summary>What .NET has no call for: making a change in a directory durable.</summary>
internal static partial class Disk
{
    /// <summary>Makes the names in <paramref name="directory"/> durable; needed after a file was created, renamed or linked there.</summary>
    /// <exception cref="IOException">The directory could not be opened or synced.</exception>
    public static void SyncDirectory(string directory)
    {
        if (OperatingSystem.IsWindows())
            return;
        var descriptor = Open(directory, 0);
        if (descriptor < 0)
            throw new IOException($"open: errno {Marshal.GetLastPInvokeError()}");
        try
        {
            if (Sync(descriptor) != 0)
                throw new IOException($"fsync: errno {Marshal.GetLastPInvokeError()}");
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    /// <summary>Creates the directory with every missing parent, durably.</summary>
    public static void CreateDirectory(string directory)
    {
        if (Directory.Exists(directory))
            return;
        var parent = Path.GetDirectoryName(directory);
        if (!string.IsNullOrEmpty(parent))
            CreateDirectory(parent);
        Directory.CreateDirectory(directory);
        if (!string.IsNullOrEmpty(parent))
            SyncDirectory(parent);
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Sync(int descriptor);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int Close(int descriptor);
}
