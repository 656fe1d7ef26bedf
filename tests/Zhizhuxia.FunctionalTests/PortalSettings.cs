namespace Zhizhuxia.FunctionalTests;

internal static class PortalSettings
{
    /// <summary>All tests come from one address: limits per address would stop them. Tests of the limits set them back.</summary>
    public static IReadOnlyDictionary<string, string> Generous { get; } = new Dictionary<string, string>
    {
        ["Limits:CreatesPerHour"] = "100000",
        ["Limits:SubmitsPerHour"] = "100000",
        ["Limits:ReceiptsPerMinute"] = "100000",
        ["Limits:SubmitsPerKeyAndMinute"] = "100000",
        ["Limits:RecognitionsPerMinute"] = "100000",
        ["Limits:SignInsPerMinute"] = "100000",
        ["Limits:ParallelPatches"] = "1000",
        ["Storage:RefuseUploadsAtPercent"] = "99",
        ["Intake:FetchLinks"] = "false", // no test asks the platforms
        ["Intake:GiBPerAddressAndDay"] = "1000",
        ["Intake:GiBPerBrowserAndDay"] = "1000",
    };
}
