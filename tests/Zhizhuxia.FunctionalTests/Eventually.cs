using System.Diagnostics;

namespace Zhizhuxia.FunctionalTests;

/// <summary>Waits for what another process will have done.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(6);

    public static async Task TrueAsync(Func<Task<bool>> holds)
    {
        var began = Stopwatch.StartNew();
        while (!await holds())
        {
            Assert.True(began.Elapsed < Longest, "It did not come true");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }
}
