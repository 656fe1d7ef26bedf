namespace Zhizhuxia.FunctionalTests;

/// <summary>Where the built program lies.</summary>
/// <param name="Assembly">Absolute path of Zhizhuxia.Web.dll.</param>
/// <param name="ContentRoot">Folder with its wwwroot.</param>
internal sealed record PortalProgram(string Assembly, string ContentRoot)
{
    private const string Name = "Zhizhuxia.Web";

    /// <summary>The published program (infra/test.sh makes it, assets included), unless the plain build beside these tests is newer.</summary>
    public static PortalProgram Find()
    {
        var root = RepositoryRoot();
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var project = Path.Combine(root, "src", Name);
        var built = Path.Combine(project, "bin", configuration, "net10.0", $"{Name}.dll");
        var published = Path.Combine(root, "artifacts", "web", $"{Name}.dll");
        return File.Exists(published) && File.GetLastWriteTimeUtc(published) >= File.GetLastWriteTimeUtc(built)
            ? new(published, Path.GetDirectoryName(published)!)
            : new(built, project);
    }

    public static string RepositoryRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Zhizhuxia.slnx")))
                return folder.FullName;
        throw new DirectoryNotFoundException("The tests do not lie in the repository");
    }
}
