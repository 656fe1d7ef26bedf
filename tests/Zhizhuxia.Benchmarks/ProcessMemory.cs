using System.Globalization;

namespace Zhizhuxia.Benchmarks;

/// <summary>What a process holds in memory now, as /proc/PID/status tells (proc(5)); bytes.</summary>
/// <param name="WorkingSet">VmRSS: everything resident.</param>
/// <param name="Anonymous">RssAnon: heap and stacks, the part that is the process's own.</param>
/// <param name="Shared">RssFile and RssShmem: mapped files, which the kernel can take back.</param>
internal readonly record struct ProcessMemory(long WorkingSet, long Anonymous, long Shared)
{
    public static ProcessMemory Of(int processId)
    {
        var lines = File.ReadAllLines($"/proc/{processId}/status");
        return new(Field("VmRSS"), Field("RssAnon"), Field("RssFile") + Field("RssShmem"));

        // "VmRSS:	   12345 kB"
        long Field(string name) => long.Parse(
            lines.First(line => line.StartsWith($"{name}:", StringComparison.Ordinal)).Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1],
            CultureInfo.InvariantCulture) << 10;
    }

    public override string ToString() => $"{WorkingSet >> 20} MiB (anonymous {Anonymous >> 20}, shared {Shared >> 20})";
}
