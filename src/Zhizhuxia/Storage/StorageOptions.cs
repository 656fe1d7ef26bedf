using System.ComponentModel.DataAnnotations;

namespace Zhizhuxia.Storage;

/// <summary>Section <c>Storage</c>.</summary>
public sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary>Folder of everything kept on disk: database, uploads, files, mails, keys.</summary>
    [Required]
    public string Root { get; set; } = "data";

    /// <summary>New uploads are refused when this share of the disk (percent) would be in use.</summary>
    [Range(1, 100)]
    public int RefuseUploadsAtPercent { get; set; } = 80;

    /// <summary>Not ready any more when this share of the disk (percent) is in use.</summary>
    [Range(1, 100)]
    public int FullAtPercent { get; set; } = 95;

    public string Folder(string name) => Path.Combine(Path.GetFullPath(Root), name);
}
