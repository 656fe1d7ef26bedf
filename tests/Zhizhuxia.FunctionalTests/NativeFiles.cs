using System.Runtime.InteropServices;

namespace Zhizhuxia.FunctionalTests;

/// <summary>What .NET has no call for.</summary>
internal static partial class NativeFiles
{
    [LibraryImport("libc", EntryPoint = "chown", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Chown(string path, int owner, int group);
}
