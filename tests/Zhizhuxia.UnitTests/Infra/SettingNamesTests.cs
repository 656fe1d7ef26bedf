using System.Text.RegularExpressions;

namespace Zhizhuxia.UnitTests.Infra;

/// <summary>Units, images and the template know the settings that the README has, and no others.</summary>
public sealed partial class SettingNamesTests
{
    private static readonly string[] _needed =
    [
        "infra/azure/template.json", "infra/docker/Containerfile", "infra/docker/compose.yaml", "infra/systemd/zhizhuxia-web.service", "infra/systemd/zhizhuxia-worker.service",
    ];

    [Fact]
    public void Every_setting_named_in_infra_is_in_the_README()
    {
        var files = Sources.In("infra", ".service", ".conf", "Containerfile", ".yaml", ".example", "template.json", ".md").ToList();
        var named = files.SelectMany(file => Setting().Matches(file.Text).Select(found => (file.Path, Name: found.Value.Replace("__", ":", StringComparison.Ordinal)))).ToList();

        Assert.Empty(_needed.Except(files.Select(file => file.Path)));
        Assert.True(named.Count > 30);
        Sources.None(named.Where(one => !ReadmeTests.Settings.Contains(one.Name)).Select(one => $"{one.Path}: {one.Name}"));
    }

    /// <summary>As environment variables are written.</summary>
    [GeneratedRegex(@"\b[A-Z]\w*?[a-z]__\w+")]
    private static partial Regex Setting();
}
