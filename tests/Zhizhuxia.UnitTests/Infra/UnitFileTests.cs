using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Zhizhuxia.UnitTests.Infra;

/// <summary>The systemd units and the images say what they must.</summary>
public sealed partial class UnitFileTests
{
    private static readonly string[] _ofTheBox = ["clone", "clone3", "unshare", "mount", "umount2", "pivot_root", "prctl", "seccomp", "setpriority", "prlimit64"];
    private static readonly string[] _ofTheKernel = ["bpf", "init_module", "kexec_load", "ptrace", "open_by_handle_at", "keyctl", "setns", "io_uring_setup"];

    [Theory]
    [InlineData("web")]
    [InlineData("worker")]
    public void A_unit_may_write_to_its_own_folder_only_gains_no_rights_and_reaches_this_machine_only(string name)
    {
        var unit = Read($"infra/systemd/zhizhuxia-{name}.service");

        foreach (var line in new[]
        {
            "User=zhizhuxia", "NoNewPrivileges=yes", "CapabilityBoundingSet=", "ProtectSystem=strict", "ProtectHome=yes", "PrivateTmp=yes", "PrivateDevices=yes", "StateDirectory=zhizhuxia",
            "UMask=0077", "IPAddressDeny=any", "IPAddressAllow=localhost", "Restart=always", "KillMode=mixed",
        })
            Assert.Contains(line, unit);
        Assert.Single(unit, line => line.StartsWith("MemoryMax=", StringComparison.Ordinal));
        Assert.DoesNotContain(unit, line => line.StartsWith("MemoryDenyWriteExecute=yes", StringComparison.Ordinal)); // the runtime compiles
        Assert.DoesNotContain(unit, line => Secret().IsMatch(line));
    }

    [Fact]
    public void The_worker_can_make_its_box_and_the_web_can_not()
    {
        var worker = Read("infra/systemd/zhizhuxia-worker.service");
        var web = Read("infra/systemd/zhizhuxia-web.service");

        Assert.Contains("RestrictNamespaces=user mnt pid net ipc uts cgroup", worker);
        Assert.Contains("SystemCallFilter=@system-service @mount", worker);
        Assert.Contains("RestrictNamespaces=yes", web);
        Assert.Contains("Environment=Jobs__Run=None", web);
    }

    [Fact]
    public void Nothing_goes_out_unless_a_drop_in_opens_the_public_network_and_the_house_stays_closed()
    {
        Assert.Contains("Environment=Intake__FetchLinks=false", Read("infra/systemd/zhizhuxia-worker.service"));
        var open = Read("infra/systemd/zhizhuxia-worker.service.d/outgoing.conf");
        var denied = string.Join(' ', open.Where(line => line.StartsWith("IPAddressDeny=", StringComparison.Ordinal)));

        Assert.Contains("IPAddressDeny=", open); // first of all: what the unit denied is taken back
        Assert.Contains("Environment=Intake__FetchLinks=true", open);
        foreach (var network in new[] { "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16", "100.64.0.0/10", "fc00::/7", "link-local", "multicast" })
            Assert.Contains(network, denied, StringComparison.Ordinal);
    }

    [Fact]
    public void Images_end_as_an_ordinary_user_with_a_health_check_and_the_worker_has_its_tools()
    {
        var stages = string.Join('\n', Read("infra/docker/Containerfile")).Split("\nFROM ");

        foreach (var name in new[] { "web", "worker" })
        {
            var stage = Assert.Single(stages, stage => stage.Contains($" AS {name}\n", StringComparison.Ordinal));
            Assert.True(stage.IndexOf("USER app", StringComparison.Ordinal) is > 0 and var user && user < stage.IndexOf("ENTRYPOINT", StringComparison.Ordinal));
            Assert.Contains("HEALTHCHECK", stage, StringComparison.Ordinal);
            Assert.Equal(name == "worker", stage.Contains("ffmpeg bubblewrap util-linux fonts-noto-cjk", StringComparison.Ordinal));
        }
    }

    /// <summary>Not every builder is BuildKit: the registry's own on Azure is not.</summary>
    [Fact]
    public void Images_are_built_by_what_every_builder_knows()
    {
        var text = string.Join('\n', Read("infra/docker/Containerfile"));

        Assert.DoesNotMatch(BuildKit(), text);
        Assert.True(new FileInfo(Path.Combine(Sources.Root, "infra/docker/healthy.sh")).UnixFileMode.HasFlag(UnixFileMode.OtherExecute)); // copied as it is
    }

    /// <summary>The restore comes before the sources, so that it is done anew only when a project has changed.</summary>
    [Fact]
    public void What_a_project_imports_is_in_the_image_before_it_is_restored()
    {
        var lines = Read("infra/docker/Containerfile");
        var before = string.Join('\n', lines.TakeWhile(line => !line.StartsWith("RUN dotnet restore", StringComparison.Ordinal)));

        foreach (var project in new[] { "Zhizhuxia", "Zhizhuxia.Web", "Zhizhuxia.Worker" })
        {
            Assert.Contains($" src/{project}/{project}.csproj ", before, StringComparison.Ordinal);
            foreach (var import in XDocument.Parse(string.Join('\n', Read($"src/{project}/{project}.csproj"))).Descendants("Import"))
                Assert.Contains($" {Path.GetRelativePath("/", Path.GetFullPath((string)import.Attribute("Project")!, $"/src/{project}"))} ", before, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void In_the_compose_file_no_secret_stands_and_only_the_worker_has_other_profiles()
    {
        var text = string.Join('\n', Read("infra/docker/compose.yaml"));
        var services = text[..text.IndexOf("\nnetworks:", StringComparison.Ordinal)].Split("\n  web:")[1].Split("\n  worker:");

        Assert.All(services, service => Assert.Contains("read_only: true", service, StringComparison.Ordinal));
        Assert.All(services, service => Assert.Contains("cap_drop: [ALL]", service, StringComparison.Ordinal));
        Assert.All(services, service => Assert.Contains("no-new-privileges:true", service, StringComparison.Ordinal));
        Assert.DoesNotContain("seccomp", services[0], StringComparison.Ordinal);
        Assert.Contains("seccomp=./seccomp.json", services[1], StringComparison.Ordinal);
        Assert.DoesNotMatch(Secret(), text);
        Assert.DoesNotContain("privileged: true", text, StringComparison.Ordinal);
    }

    /// <summary>What the box is made by must be allowed; what would open the machine must not.</summary>
    [Fact]
    public void The_seccomp_profile_lets_bubblewrap_work_and_nobody_at_the_kernel()
    {
        using var profile = System.Text.Json.JsonDocument.Parse(File.ReadAllText(Path.Combine(Sources.Root, "infra/docker/seccomp.json")));
        var denied = profile.RootElement.GetProperty("syscalls").EnumerateArray().SelectMany(group => group.GetProperty("names").EnumerateArray()).Select(name => name.GetString()!).ToList();

        Assert.Distinct(denied);
        Assert.Empty(denied.Intersect(_ofTheBox));
        Assert.Empty(_ofTheKernel.Except(denied));
    }

    private static string[] Read(string path) => File.ReadAllLines(Path.Combine(Sources.Root, path));

    /// <summary>Otherwise an operator would look into another folder, or into another database, than the service.</summary>
    [Fact]
    public void Commands_for_operators_run_as_the_worker_does()
    {
        var call = string.Join(' ', Read("infra/systemd/README.md").SkipWhile(line => line != "zhizhuxia() {").TakeWhile(line => line != "}"));

        foreach (var line in Read("infra/systemd/zhizhuxia-worker.service").Where(line => Shared().IsMatch(line)))
            Assert.Contains($"-p {line} ", call, StringComparison.Ordinal);
        Assert.Contains("--uid=zhizhuxia --gid=zhizhuxia", call, StringComparison.Ordinal);
        Assert.Contains("/usr/bin/dotnet Zhizhuxia.Worker.dll \"$@\"", call, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_command_that_a_page_gives_is_one_of_the_workers()
    {
        var known = Usage().Matches(File.ReadAllText(Path.Combine(Sources.Root, "src/Zhizhuxia.Worker/CommandLine.cs"))).Select(found => found.Groups[1].Value).ToHashSet();
        var given = Sources.In("infra", ".md").SelectMany(page => Called().Matches(page.Text).Select(found => (page.Path, Command: found.Groups[1].Value))).ToList();

        Assert.Contains(given, one => one is { Path: "infra/docker/README.md", Command: "restore" });
        Assert.Contains(given, one => one is { Path: "infra/systemd/README.md", Command: "restore" });
        Sources.None(given.Where(one => !known.Contains(one.Command)).Select(one => $"{one.Path}: {one.Command}"));
    }

    /// <summary>What a command must have of the unit.</summary>
    [GeneratedRegex("^(WorkingDirectory|UMask|Environment=Storage__Root|EnvironmentFile)")]
    private static partial Regex Shared();

    [GeneratedRegex(@"(?m)^ +Zhizhuxia\.Worker ([a-z-]+)")]
    private static partial Regex Usage();

    /// <summary>By a container, by the function of the systemd page, or by the program itself.</summary>
    [GeneratedRegex(@"(?m)(?:Zhizhuxia\.Worker\.dll|^zhizhuxia|`zhizhuxia|compose run .* worker) ([a-z][a-z-]+)")]
    private static partial Regex Called();

    [GeneratedRegex(@"(?m)^\s*(COPY|ADD|RUN)( --from=\S+)? --(chmod|mount|link|parents|exclude|network|security)|<<")]
    private static partial Regex BuildKit();

    /// <summary>A password with a value, unless it is in a file.</summary>
    [GeneratedRegex(@"(?i)(password|accesstoken|secretkey) *[:=] *[^\s$/;,\]}]")]
    private static partial Regex Secret();
}
